import { turnover } from '../../../lab/cluster/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { givenResources, givenWorld, worldOptions } from '../world.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'redeploy',
  run({ files, apply }, given) {
    const { state } = givenWorld(given, files);
    const { hops, outcome } = turnover(state, givenResources(given, apply), worldOptions(given));
    const { replaced, added, removed, kept, workloads } = outcome;
    const each = Object.fromEntries(Object.entries(workloads).map(([name, one]) => [name, { ...one }]));
    return { hops, outcome: { replaced, added, removed, kept, workloads: each } };
  },
});
