import { rollout } from '../../../lab/cluster/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { givenResources, givenWorld, worldOptions } from '../world.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'rollout',
  run({ files, apply }, submission) {
    const { state } = givenWorld(submission, files);
    const [next] = givenResources(submission, [apply]);
    if (!next) throw new Error(`${apply} has no object`);
    const { hops, outcome } = rollout(state, next, worldOptions(submission));
    const { minAvailable, maxTotal, seconds } = outcome;
    return { hops, outcome: { minAvailable, maxTotal, completes: outcome.outcome === 'complete', seconds } };
  },
});
