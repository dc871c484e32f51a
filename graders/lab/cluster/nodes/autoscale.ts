import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import { podIp } from '../addresses.ts';
import { hops } from '../hops.ts';
import { type RunPod, runPod } from '../kubelet/pod.ts';
import { nothingPlaced, placedIn, type Scheduling, withPlaced } from '../schedule/scheduling.ts';
import { kubeletOptions, type SettleOptions } from '../settle.ts';
import type { ClusterState, PodState } from '../state.ts';
import { planOf } from '../workloads/plan.ts';
import type { NodeGroup } from './groups.ts';
import { type Growth, grow } from './grow.ts';
import { type Obstacle, type Shrunk, shrink } from './shrink.ts';

/** What a round of node autoscaling did. */
export interface NodeAutoscaling {
  readonly nodes: number;
  readonly added: readonly { readonly group: string; readonly node: string; readonly pods: readonly string[] }[];
  readonly removed: readonly string[];
  /** Machines that little is asked of and that stay, with the reason. */
  readonly kept: readonly { readonly node: string; readonly why: Obstacle['why'] }[];
  /** Pods that still wait for a node. */
  readonly pending: readonly string[];
}

/**
 * Adds machines for the pods that no node takes and removes those that are hardly asked for, as the Cluster Autoscaler
 * does once things have calmed down. It looks at requests only; how busy a machine is does not matter.
 * @param options of the world the cluster was settled with
 * @see https://kubernetes.io/docs/concepts/cluster-administration/node-autoscaling/
 */
export function autoscaleNodes(
  state: ClusterState,
  groups: readonly NodeGroup[],
  options: SettleOptions = {},
): { readonly state: ClusterState; readonly trace: Trace<NodeAutoscaling> } {
  const pending = state.pods.filter((pod) => pod.phase === 'Pending' && pod.reason === 'Unschedulable');
  const grown = grow(pending, groups, schedulingOf(state));
  const shrunk = shrink(state, groups, grown.scheduling);
  const pods = moved(state, shrunk.scheduling, options);
  const outcome: NodeAutoscaling = {
    nodes: shrunk.scheduling.nodes.length,
    added: grown.added.map(({ group, node, pods }) => ({ group, node: node.name, pods: pods.map(({ name }) => name) })),
    removed: shrunk.removed.map(({ name }) => name),
    kept: shrunk.kept.map(({ node, obstacle }) => ({ node: node.name, why: obstacle.why })),
    pending: grown.stranded.map(({ name }) => name),
  };
  const said = [...grown.added.map(addedHop), ...grown.stranded.map(strandedHop), ...removedHops(shrunk)];
  return { state: { ...state, nodes: shrunk.scheduling.nodes, pods }, trace: { outcome, hops: said } };
}

/** The scheduler's view of a cluster that is running. */
export function schedulingOf(state: ClusterState): Scheduling {
  const empty = nothingPlaced(state, state.nodes);
  return state.pods.reduce((scheduling, pod) => {
    const node = state.nodes.find(({ name }) => name === pod.node);
    const isOver = pod.phase === 'Succeeded' || pod.phase === 'Failed';
    return node && !isOver ? withPlaced(scheduling, planOf(pod), node) : scheduling;
  }, empty);
}

/** Every pod on the node it now has: those that moved or had none are started there. */
function moved(state: ClusterState, scheduling: Scheduling, options: SettleOptions): readonly PodState[] {
  const kubelet = kubeletOptions(state.resources, options);
  const { nodes } = scheduling;
  const placed = placedIn(scheduling);
  return state.pods.flatMap((pod, index) => {
    const place = placed.find(({ name, namespace }) => name === pod.name && namespace === pod.namespace);
    if (place && place.node.name !== pod.node) return [started(runPod(planOf(pod), place.node, podIp(index), kubelet))];
    const stays = pod.node === undefined || nodes.some(({ name }) => name === pod.node);
    return stays ? [pod] : [];
  });
}

const started = ({ pod }: RunPod): PodState => pod;

function podWhere({ name, namespace, at }: PodState) {
  return { resource: { kind: 'Pod', name, namespace }, at };
}

function addedHop({ group, node, pods }: Growth): Hop {
  const [first] = pods;
  const names = pods.map(({ name }) => `\`${name}\``);
  return hop(
    hops,
    'nodes',
    'nodeAdded',
    { group, node: node.name, n: pods.length, pods: names },
    first && podWhere(first),
  );
}

function strandedHop(pod: PodState): Hop {
  return hop(hops, 'nodes', 'nodeNoHelp', { pod: pod.name }, podWhere(pod));
}

function removedHops({ removed, kept }: Shrunk): readonly Hop[] {
  return [
    ...removed.map(({ name }) => hop(hops, 'nodes', 'nodeRemoved', { node: name })),
    ...kept.map(({ node, obstacle }) => keptHop(node.name, obstacle)),
  ];
}

function keptHop(node: string, obstacle: Obstacle): Hop {
  switch (obstacle.why) {
    case 'group-minimum':
      return hop(hops, 'nodes', 'nodeKeptMinimum', { node });
    case 'no-room':
      return hop(hops, 'nodes', 'nodeKeptNoRoom', { node, pod: obstacle.pod });
    case 'disruption-budget':
      return hop(hops, 'nodes', 'nodeKeptBudget', { node, pod: obstacle.pod, budget: obstacle.budget });
    case 'bare-pod':
      return hop(hops, 'nodes', 'nodeKeptBare', { node, pod: obstacle.pod });
    case 'local-storage':
      return hop(hops, 'nodes', 'nodeKeptStorage', { node, pod: obstacle.pod });
    case 'not-safe-to-evict':
      return hop(hops, 'nodes', 'nodeKeptUnsafe', { node, pod: obstacle.pod });
  }
}
