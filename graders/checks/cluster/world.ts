import { type Settled, settle } from '../../lab/cluster/index.ts';
import { pull } from '../../lab/image/registry.ts';
import type { Submission } from '../submission.ts';

/** The exercise's cluster with the answer applied: nothing exists in it but what the world and the answer define. */
export function settledWorld(submission: Submission): Settled {
  const { images } = submission.exercise;
  return settle(submission.manifests().resources, { images: (reference) => pull(reference, images), world: 'closed' });
}
