import type { IPodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { selects } from '../labels.ts';
import { list } from '../read.ts';
import { part } from '../rollout/bounds.ts';
import { nodeFilter } from '../schedule/filters.ts';
import { on, type Scheduling, withoutNode, withPlaced } from '../schedule/scheduling.ts';
import type { ClusterState, NodeState } from '../state.ts';
import type { PodPlan } from '../workloads/plan.ts';
import { membersOf, type NodeGroup } from './groups.ts';

/** Why a machine that little is asked of stays. */
export type Obstacle =
  | { readonly why: 'group-minimum' }
  | { readonly why: 'no-room'; readonly pod: string }
  | { readonly why: 'bare-pod'; readonly pod: string }
  | { readonly why: 'local-storage'; readonly pod: string }
  | { readonly why: 'not-safe-to-evict'; readonly pod: string }
  | { readonly why: 'disruption-budget'; readonly pod: string; readonly budget: string };

export interface Shrunk {
  readonly scheduling: Scheduling;
  readonly removed: readonly NodeState[];
  readonly kept: readonly { readonly node: NodeState; readonly obstacle: Obstacle }[];
}

/** Below this part of its capacity, by requests, a machine is a candidate for removal. */
const threshold = 0.5;

/**
 * Removes machines of which pods request less than half for ten minutes, if every pod can go elsewhere and none of them
 * forbids it.
 * @see https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/FAQ.md#how-does-scale-down-work
 */
export function shrink(state: ClusterState, groups: readonly NodeGroup[], before: Scheduling): Shrunk {
  let scheduling = before;
  const removed: NodeState[] = [];
  const kept: { node: NodeState; obstacle: Obstacle }[] = [];
  for (const node of before.nodes) {
    const group = groups.find((one) => membersOf(one, scheduling.nodes).includes(node));
    if (!group || utilization(node, scheduling) >= threshold) continue;
    const result = drain(node, group, state, scheduling);
    if ('why' in result) kept.push({ node, obstacle: result });
    else {
      removed.push(node);
      scheduling = result;
    }
  }
  return { scheduling, removed, kept };
}

/** The larger of the requested parts of CPU and memory. */
export function utilization(node: NodeState, scheduling: Scheduling): number {
  const { requested } = on(node, scheduling);
  const parts = ['cpu', 'memory'].flatMap((name) => {
    const capacity = own(node.allocatable, name);
    return capacity ? [(own(requested, name) ?? 0) / capacity] : [];
  });
  return Math.max(0, ...parts);
}

function drain(node: NodeState, group: NodeGroup, state: ClusterState, scheduling: Scheduling): Scheduling | Obstacle {
  if (membersOf(group, scheduling.nodes).length <= group.min) return { why: 'group-minimum' };
  const leaving = on(node, scheduling)
    .pods.toArray()
    .filter((pod) => pod.plan.workload.kind !== 'DaemonSet');
  for (const pod of leaving) {
    const obstacle = obstacleOf(pod.plan, state);
    if (obstacle) return obstacle;
  }
  let moved = withoutNode(scheduling, node);
  for (const { plan } of leaving) {
    const refuse = nodeFilter(plan, moved);
    const target = moved.nodes.find((candidate) => !refuse(candidate));
    if (!target) return { why: 'no-room', pod: plan.name };
    moved = withPlaced(moved, plan, target);
  }
  return moved;
}

const safeToEvict = 'cluster-autoscaler.kubernetes.io/safe-to-evict';

function obstacleOf(plan: PodPlan, state: ClusterState): Obstacle | undefined {
  const safe = plan.annotations[safeToEvict];
  if (safe === 'false') return { why: 'not-safe-to-evict', pod: plan.name };
  const budget = blockingBudget(plan, state);
  if (budget) return { why: 'disruption-budget', pod: plan.name, budget };
  if (safe === 'true') return undefined;
  if (plan.from.kind === 'Pod') return { why: 'bare-pod', pod: plan.name };
  const local = list(plan.spec.volumes).some(
    ({ emptyDir, hostPath }) => hostPath || (emptyDir && emptyDir.medium !== 'Memory'),
  );
  return local ? { why: 'local-storage', pod: plan.name } : undefined;
}

/** A disruption budget of the pod that allows none to go now. */
function blockingBudget(plan: PodPlan, state: ClusterState): string | undefined {
  const budgets = state.resources.filter(
    ({ group, kind, namespace }) =>
      group === 'policy' && kind === 'PodDisruptionBudget' && namespace === plan.namespace,
  ) as readonly Resource<Partial<IPodDisruptionBudget>>[];
  return budgets.find((budget) => selects(budget.data.spec?.selector, plan.labels) && allowed(budget, state) <= 0)
    ?.name;
}

/** How many pods a budget lets go now; percentages round up. */
export function allowed({ data, namespace }: Resource<Partial<IPodDisruptionBudget>>, state: ClusterState): number {
  const { minAvailable, maxUnavailable, selector } = data.spec ?? {};
  const pods = state.pods.filter((pod) => pod.namespace === namespace && selects(selector, pod.labels));
  const healthy = pods.filter(({ ready }) => ready).length;
  if (maxUnavailable !== undefined) return part(maxUnavailable, pods.length, Math.ceil) - (pods.length - healthy);
  return healthy - part(minAvailable ?? 1, pods.length, Math.ceil);
}
