import { blankMemory, look, type ObservedPod } from '../../../lab/cluster/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { givenAutoscaler } from '../given-autoscaler.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'autoscaler',
  run(params, given) {
    const pods = observedPods(params);
    const { replicas, blind, hops } = look(
      givenAutoscaler(given, params),
      { clock: 0, replicas: pods.length, pods },
      blankMemory,
    );
    return { hops, outcome: { replicas, blind } };
  },
});

function observedPods({ usage, requests, unready = 0 }: Params): ObservedPod[] {
  const containers = requests.map((cpu, index) => [`c${index}`, cpu === null ? {} : { cpu }] as const);
  return usage.map((used, index) => ({
    name: `pod-${index}`,
    requests: Object.fromEntries(containers),
    ready: index < usage.length - unready,
    ...(used !== null && {
      usage: Object.fromEntries(containers.map(([name], at) => [name, { cpu: at === 0 ? used : 0 }])),
    }),
  }));
}
