import { type Settled, settle } from '../../lab/cluster/index.ts';
import { pull } from '../../lab/image/registry.ts';
import type { Submission } from '../submission.ts';

/** The exercise's cluster with the answer applied: nothing exists in it but what the world and the answer define. */
export function settledWorld(submission: Submission): Settled {
  const { images } = submission.exercise;
  const registry = (reference: string) => pull(reference, images);
  return submission.once('settled world', () =>
    settle(submission.manifests().resources, { images: registry, world: 'closed' }),
  );
}
