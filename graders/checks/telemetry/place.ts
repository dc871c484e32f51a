import type { Span } from '../../core/span.ts';
import type { Hop } from '../../core/trace.ts';
import { startOf } from '../cluster/place.ts';
import type { Submission } from '../submission.ts';

/** The last lines of the answer that decided something, else its beginning. */
export function deciding(hops: readonly Hop[], submission: Submission): Span {
  const inAnswer = hops.findLast((hop) => isAnswered(hop, submission));
  return inAnswer?.at ?? startOf(submission);
}

/** The lines of the answer that took a decision; where it was taken elsewhere, those that decided something before. */
export function placeOf(hop: Hop | undefined, hops: readonly Hop[], submission: Submission): Span {
  if (hop?.at && isAnswered(hop, submission)) return hop.at;
  return deciding(hop ? hops.slice(0, hops.indexOf(hop)) : hops, submission);
}

const isAnswered = ({ at }: Hop, { answers }: Submission): boolean => answers.some(({ path }) => path === at?.path);
