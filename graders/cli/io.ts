import type { Lang } from '../core/text.ts';

/** The world around a command. Tests build one; the launcher builds it from the process. */
export interface Io {
  /** Absolute path of the course: the folder that holds `exercises/`. */
  readonly root: string;
  /** Absolute path of Timonel itself, where the documentation is. */
  readonly home: string;
  /** Folder of the running bundle, where things that can be had again are kept. */
  readonly build?: string | undefined;
  readonly version: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: Output;
  readonly err: Output;
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean | undefined };
}

export interface Output {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  write(text: string): unknown;
}

/** What a command gets: the world, the language, and whether to use colours. */
export interface Context extends Io {
  readonly lang: Lang;
}

/** 0 nothing wrong, 1 something graded is wrong, 2 it could not be done as asked. */
export type ExitCode = 0 | 1 | 2;

/** A mistake in how the command was called, told in one sentence; ends the command with exit code 2. */
export class UsageError extends Error {}
