import { rollout } from '../../../lab/cluster/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { givenResources, givenWorld, worldOptions } from '../world.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'rollout',
  run({ files, apply }, given) {
    const { state } = givenWorld(given, files);
    const [next] = givenResources(given, [apply]);
    if (!next) throw new Error(`${apply} has no object`);
    const { hops, outcome } = rollout(state, next, worldOptions(given));
    const { minAvailable, maxTotal, seconds } = outcome;
    return { hops, outcome: { minAvailable, maxTotal, completes: outcome.outcome === 'complete', seconds } };
  },
});
