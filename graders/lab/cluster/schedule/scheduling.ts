import { Growing } from '../../../core/growing.ts';
import type { Labels } from '../labels.ts';
import { type Amounts, plus, podRequests } from '../resources.ts';
import type { ClusterState, NodeState } from '../state.ts';
import type { PodPlan } from '../workloads/plan.ts';

/** A pod that already has its node. */
export interface Placed {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly node: NodeState;
  readonly plan: PodPlan;
}

/** What is on one node. */
export interface Occupancy {
  /** Counted by workload. */
  readonly pods: Growing<Placed>;
  /** The sum of what they request, and how many they are under `pods`. */
  readonly requested: Amounts;
}

/** The scheduler's view of a cluster while it places one pod after the other. */
export interface Scheduling {
  readonly state: Pick<ClusterState, 'resources'>;
  readonly nodes: readonly NodeState[];
  readonly occupied: ReadonlyMap<NodeState, Occupancy>;
}

/** Why a node does not take a pod, in the words of the scheduler's own event. */
export type Refusal = string;

/** What pods of one workload have in common, as the scheduler counts them. */
export function workloadKey({ namespace, workload }: PodPlan): string {
  return `${namespace}/${workload.name}`;
}

const empty: Occupancy = { pods: Growing.empty(({ plan }) => workloadKey(plan)), requested: { pods: 0 } };

export function on(node: NodeState, { occupied }: Scheduling): Occupancy {
  return occupied.get(node) ?? empty;
}

/** Every pod that has a node. */
export function placedIn({ occupied }: Scheduling): readonly Placed[] {
  return [...occupied.values()].flatMap(({ pods }) => pods.toArray());
}

/** The scheduler's view once a pod has its node. */
export function withPlaced(scheduling: Scheduling, plan: PodPlan, node: NodeState): Scheduling {
  const { name, namespace, labels } = plan;
  const { pods, requested } = on(node, scheduling);
  const occupancy: Occupancy = {
    pods: pods.with({ name, namespace, labels, node, plan }),
    requested: plus(requested, { ...podRequests(plan.spec), pods: 1 }),
  };
  return { ...scheduling, occupied: new Map([...scheduling.occupied, [node, occupancy]]) };
}

/** The scheduler's view once a node and its pods are gone. */
export function withoutNode(scheduling: Scheduling, node: NodeState): Scheduling {
  const occupied = new Map([...scheduling.occupied].filter(([one]) => one !== node));
  return { ...scheduling, nodes: scheduling.nodes.filter((one) => one !== node), occupied };
}
