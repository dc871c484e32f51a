import type { ContainerState, PodState } from '../../../lab/cluster/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { givenWorld } from '../world.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'pod-states',
  run({ files }, given) {
    const { state, hops } = givenWorld(given, files);
    const addresses = new Set(state.pods.flatMap(({ ip }) => (ip === '' ? [] : [ip]))).size;
    return { hops, outcome: { addresses, pods: byName(state.pods, podOutcome) } };
  },
});

function podOutcome({ phase, ready, containers }: PodState) {
  const running = containers.filter(({ state }) => state === 'running').length;
  return { phase, ready, running, containers: byName(containers, containerOutcome) };
}

function containerOutcome({ state, reason, restarts }: ContainerState) {
  return { state, reason: reason ?? null, restarts };
}

function byName<T extends { readonly name: string }, Told>(items: readonly T[], tell: (item: T) => Told) {
  return Object.fromEntries(items.map((item) => [item.name, tell(item)]));
}
