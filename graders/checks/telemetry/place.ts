import type { Span } from '../../core/span.ts';
import type { Hop } from '../../core/trace.ts';
import { startOf } from '../cluster/place.ts';
import type { Submission } from '../submission.ts';

/** The last lines of the answer that decided something, else its beginning. */
export function deciding(hops: readonly Hop[], submission: Submission): Span {
  const inAnswer = hops.findLast(({ at }) => at && submission.answers.some(({ path }) => path === at.path));
  return inAnswer?.at ?? startOf(submission);
}
