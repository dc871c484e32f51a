import { losePods } from '../../../lab/hadoop/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { givenResources, worldOptions } from '../world.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'pod-recovery',
  run({ files, node }, given) {
    const { hops, outcome } = losePods(givenResources(given, files), node, worldOptions(given));
    return { hops, outcome: { ...outcome } };
  },
});
