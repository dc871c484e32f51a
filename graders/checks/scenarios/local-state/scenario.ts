import { plainRequest } from '../../../lab/cluster/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { givenWorld } from '../world.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'local-state',
  run({ files, to, replaced }, given) {
    const { hops, outcome } = plainRequest(givenWorld(given, files).state, { url: to });
    const shares = sharesByPod(outcome.destinations);
    // Who gets the write is as likely as who gets the read: the read finds it when both are the same pod.
    const same = shares.reduce((sum, share) => sum + share * share, 0);
    return { hops, outcome: { seen: replaced ? 0 : same, pods: shares.length } };
  },
});

/** The share of the requests that each pod gets: a destination splits its own evenly. */
function sharesByPod(destinations: readonly { readonly share: number; readonly pods: readonly string[] }[]) {
  const total = destinations.reduce((sum, { share }) => sum + share, 0);
  return destinations.flatMap(({ share, pods }) => pods.map(() => share / total / pods.length));
}
