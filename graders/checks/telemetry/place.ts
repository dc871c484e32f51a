import type { Span } from '../../core/span.ts';
import type { Hop } from '../../core/trace.ts';
import { isAnswered, startOf } from '../cluster/place.ts';
import type { Submission } from '../submission.ts';

/** The last lines of the answer that decided something, else its beginning. */
export function deciding(hops: readonly Hop[], submission: Submission): Span {
  const inAnswer = hops.findLast(({ at }) => isAnswered(at, submission));
  return inAnswer?.at ?? startOf(submission);
}

/** The lines of the answer that took a decision; where it was taken elsewhere, those that decided something before. */
export function placeOf(hop: Hop | undefined, hops: readonly Hop[], submission: Submission): Span {
  const at = hop?.at;
  if (isAnswered(at, submission)) return at;
  return deciding(hop ? hops.slice(0, hops.indexOf(hop)) : hops, submission);
}
