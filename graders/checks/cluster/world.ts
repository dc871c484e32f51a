import { type Settled, settle } from '../../lab/cluster/index.ts';
import { givenResources, worldOptions } from '../scenarios/world.ts';
import type { Submission } from '../submission.ts';

/** The exercise's cluster with the answer applied: nothing exists in it but what the world and the answer define. */
export function settledWorld(submission: Submission): Settled {
  return settledLater(submission, []);
}

/** The same cluster once more files of `given/` are deployed in it. */
export function settledLater(submission: Submission, files: readonly string[]): Settled {
  return submission.once(`settled world ${files.join(' ')}`, () => {
    const resources = [...submission.manifests().resources, ...givenResources(submission, files)];
    return settle(resources, worldOptions(submission));
  });
}
