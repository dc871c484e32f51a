import { type LinkerdMesh, type LinkerdSetup, openLinkerd } from '../../lab/linkerd/index.ts';
import { settledWorld } from '../cluster/world.ts';
import type { Submission } from '../submission.ts';
import type { Params } from './params.ts';

/** The exercise's cluster, with Linkerd installed before anything else and the answer applied last. */
export function linkerdWorld(params: Params, submission: Submission): LinkerdMesh {
  return openLinkerd(settledWorld(submission).state, linkerdSetup(params, submission));
}

/** What that cluster is like besides its objects. */
export function linkerdSetup({ running = false, defaultPolicy }: Params, submission: Submission): LinkerdSetup {
  const before = submission.manifests().resources.filter(({ origin }) => origin === 'given');
  return { ...(running && { before }), ...(defaultPolicy && { defaultPolicy }) };
}
