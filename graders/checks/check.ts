import type { Finding } from '../core/finding.ts';
import type { CheckStatus } from '../core/report.ts';
import type { Text } from '../core/text.ts';
import type { Trace } from '../core/trace.ts';
import type { Submission } from './submission.ts';

/** What a check found out. Without a status, one finding of severity `error` makes it fail. */
export interface Verdict {
  readonly findings: readonly Finding[];
  readonly trace?: Trace;
  /** `review` when the check abstains. */
  readonly status?: CheckStatus;
  /** Share of the points earned, 0 to 1; by default all when it passes and none when it fails. */
  readonly share?: { readonly min: number; readonly max: number };
}

/** A kind of check an exercise spec may ask for; the default export of every `checks/<kind>/check.ts`. */
export interface CheckKind<Params = unknown> {
  readonly kind: string;
  readonly title: Text;
  check(params: Params, submission: Submission): Verdict;
}

export function checkKind<Params>(kind: CheckKind<Params>): CheckKind<Params> {
  return kind;
}
