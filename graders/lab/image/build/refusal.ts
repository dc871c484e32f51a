import type { Span } from '../../../core/span.ts';
import type { Complaint } from '../../machine/index.ts';
import type { CheckName } from '../lint/catalogue.ts';
import type { ReferenceProblem } from '../reference.ts';

/** Why `docker build` stops. */
export type BuildRefusal =
  | { readonly kind: 'invalid-reference'; readonly reference: string; readonly problem: ReferenceProblem }
  | { readonly kind: 'unknown-repository' | 'unknown-tag'; readonly reference: string; readonly suggestion?: string }
  | {
      readonly kind: 'missing-source';
      readonly source: string;
      readonly ignored: boolean;
      readonly suggestion?: string;
    }
  | { readonly kind: 'missing-in-stage'; readonly source: string; readonly stage: string }
  | { readonly kind: 'unknown-user'; readonly user: string }
  | { readonly kind: 'run-failed'; readonly exit: number; readonly complaint?: Complaint }
  /** A `RUN` that serves and does not end: nor does the build. */
  | { readonly kind: 'run-endless' }
  | { readonly kind: 'bad-port'; readonly port: string }
  | { readonly kind: 'bad-mode'; readonly mode: string }
  | { readonly kind: 'bad-platform'; readonly platform: string }
  | { readonly kind: 'bad-signal'; readonly signal: string }
  | { readonly kind: 'unset-variable'; readonly name: string }
  | { readonly kind: 'empty'; readonly keyword: string }
  | { readonly kind: 'circular'; readonly stage: string }
  /** The file asks that none of BuildKit's checks warn, and some do. */
  | { readonly kind: 'warned'; readonly checks: readonly CheckName[] };

/** Ends a build. */
export class BuildStop extends Error {
  constructor(
    readonly refusal: BuildRefusal,
    readonly at: Span,
  ) {
    super(refusal.kind);
  }
}
