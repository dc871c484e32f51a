import { type LinkerdMesh, openLinkerd } from '../../lab/linkerd/index.ts';
import { settledWorld } from '../cluster/world.ts';
import type { Submission } from '../submission.ts';
import type { Params } from './params.ts';

/** The exercise's cluster, with Linkerd installed before anything else and the answer applied last. */
export function linkerdWorld({ running = false, defaultPolicy }: Params, submission: Submission): LinkerdMesh {
  const { state } = settledWorld(submission);
  const before = submission.manifests().resources.filter(({ origin }) => origin === 'given');
  return openLinkerd(state, { ...(running && { before }), ...(defaultPolicy && { defaultPolicy }) });
}
