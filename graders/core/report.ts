import type { Finding } from './finding.ts';
import type { Text } from './text.ts';
import type { Trace } from './trace.ts';

/**
 * `pending`: nothing is wrong and something is not answered yet. `review`: the grader abstains; it never counts as wrong.
 * `error`: the exercise itself could not be graded.
 */
export type ExerciseStatus = 'pending' | 'pass' | 'fail' | 'review' | 'error';

/** `skipped`: a check it depends on did not pass, so it was not asked. `pending`: what it looks at is as it was at the start. */
export type CheckStatus = 'pass' | 'fail' | 'skipped' | 'review' | 'pending';

/** A score as an interval: what is certain and what would be reached if all that was abstained on were right. */
export interface Points {
  readonly min: number;
  readonly max: number;
  readonly of: number;
}

/** Without the noise of binary fractions: 7.3 and not 7.300000000000001. */
export const tidy = (points: number): number => Math.round(points * 1e6) / 1e6;

export interface CheckResult {
  readonly id: string;
  readonly kind: string;
  readonly title: Text;
  readonly status: CheckStatus;
  /** The exercise is not passed while this check is not, whatever the points. */
  readonly required?: true;
  readonly points: Points;
  readonly findings: readonly Finding[];
  /** What the lab did, where one run tells the story of the check. */
  readonly trace?: Trace;
}

export interface Report {
  readonly id: string;
  readonly number: number;
  readonly folder: string;
  readonly title: Text;
  /** It is for practice, and counts in nothing. */
  readonly practice?: true;
  readonly status: ExerciseStatus;
  readonly points: Points;
  /** The points that are enough to pass, where no required check fails. */
  readonly enough: number;
  readonly checks: readonly CheckResult[];
}

/** Nobody has answered anything yet. */
export const isUntouched = ({
  status,
  checks,
}: {
  readonly status: ExerciseStatus;
  readonly checks: readonly unknown[];
}): boolean => status === 'pending' && checks.length === 0;

/** Whether it is one of the exercises of the course; what is for practice is not. Asked of specs and of reports. */
export const counts = ({ practice }: { readonly practice?: true }): boolean => practice !== true;
