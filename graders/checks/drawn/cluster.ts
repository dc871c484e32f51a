import { type Flows, flowsOf, type Picture, pictureOf } from '../../lab/picture/index.ts';
import { settledWorld } from '../cluster/world.ts';
import type { Params } from '../linkerd/params.ts';
import { linkerdSetup } from '../linkerd/world.ts';
import type { Submission } from '../submission.ts';

/** What an answer of manifests and its world look like. */
export interface ClusterPicture {
  /** The cluster once nothing changes any more. */
  readonly cluster: Picture;
  /** Who may call whom in it, where it has a mesh. */
  readonly flows?: Flows;
}

/**
 * Draws the world of an exercise with the answer applied.
 * @param linkerd what a check says of the installation of Linkerd, where one does
 * @returns undefined where there is nothing to draw
 */
export function clusterPictureOf(submission: Submission, linkerd: Params | undefined): ClusterPicture | undefined {
  const { state } = settledWorld(submission);
  const setup = linkerd && linkerdSetup(linkerd, submission);
  const cluster = pictureOf(state, setup);
  if (cluster.boxes.length === 0) return undefined;
  const flows = flowsOf(state, setup);
  return { cluster, ...(flows && { flows }) };
}
