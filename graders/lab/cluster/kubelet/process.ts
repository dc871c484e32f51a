import type { Span } from '../../../core/span.ts';

/** What is answered to an HTTP request, by path. A path that is not listed gets `otherwise`. */
export interface Answers {
  readonly paths: Readonly<Record<string, number>>;
  readonly otherwise: number;
}

/** A socket somebody listens on, and the software behind it. */
export interface Server {
  readonly listens: readonly number[] | 'any';
  readonly product?: string;
  /** `listens` is certain to be everything; else a probe of another port may be right. */
  readonly exact?: boolean;
  /** Absent where nothing is known about the content: then every path is taken to exist. */
  readonly answers?: Answers;
}

/** Why a process ended by itself, for the sentence that tells it. */
export type ExitCause =
  | { readonly because: 'done' }
  | { readonly because: 'daemonised'; readonly program: string }
  | { readonly because: 'usage'; readonly program: string }
  | { readonly because: 'variable-missing'; readonly variables: readonly string[] }
  | { readonly because: 'read-only'; readonly path: string }
  | { readonly because: 'permission'; readonly path: string }
  | { readonly because: 'capability'; readonly capabilities: readonly string[] }
  | { readonly because: 'no-configuration'; readonly path: string }
  | { readonly because: 'configuration-refused'; readonly path: string; readonly near: string; readonly at?: Span }
  | { readonly because: 'host-unknown'; readonly host: string; readonly at?: Span }
  | { readonly because: 'no-events'; readonly path: string; readonly at?: Span };

/** What the first process of a container does once it has been started. */
export type Process =
  | ({ readonly does: 'serves' } & Server)
  /** Keeps running and listens nowhere. */
  | { readonly does: 'runs' }
  /** Ends; a daemon it left behind dies with the container, unless a shell goes on. */
  | { readonly does: 'exits'; readonly code: number; readonly cause: ExitCause; readonly leaves?: Server }
  /** The runtime finds no such program in the image. */
  | { readonly does: 'cannot-start'; readonly program: string }
  /** Nobody here can tell: it is taken to work. */
  | { readonly does: 'unknown' };

export const done = (code = 0): Process => ({ does: 'exits', code, cause: { because: 'done' } });
export const forever: Process = { does: 'runs' };
export const unknown: Process = { does: 'unknown' };
