import { autoscaleNodes, type NodeGroup, quantity } from '../../../lab/cluster/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { givenWorld, worldOptions } from '../world.ts';
import type { Group, Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'nodes',
  run({ files, groups }, given) {
    const { state } = givenWorld(given, files);
    const { trace } = autoscaleNodes(state, groups.map(nodeGroup), worldOptions(given));
    const { nodes, added, removed, pending } = trace.outcome;
    const waiting = state.pods.filter(({ phase, node }) => phase === 'Pending' && node === undefined).length;
    return {
      hops: trace.hops,
      outcome: { nodes, added: added.length, removed: removed.length, pending: pending.length, waiting },
    };
  },
});

function nodeGroup({ name, min, max, allocatable }: Group): NodeGroup {
  const amounts = Object.entries(allocatable).map(([resource, amount]) => [resource, quantity(amount) ?? 0]);
  return { name, min, max, template: { allocatable: Object.fromEntries(amounts) } };
}
