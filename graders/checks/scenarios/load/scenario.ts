import { simulate } from '../../../lab/cluster/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { givenAutoscaler } from '../given-autoscaler.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'load',
  run(params, given) {
    const { replicas, request, load, until } = params;
    const simulation = { replicas, requests: { web: { cpu: request } }, load, until };
    const { moments, hops } = simulate(givenAutoscaler(given, params), simulation);
    const counts = moments.map((moment) => moment.replicas);
    const outcome = { replicas: counts.at(-1) ?? replicas, most: Math.max(...counts), fewest: Math.min(...counts) };
    return { hops, outcome };
  },
});
