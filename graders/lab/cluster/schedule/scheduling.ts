import type { IPodAffinityTerm } from 'kubernetes-models/v1';
import { Growing } from '../../../core/growing.ts';
import type { Labels } from '../labels.ts';
import { list } from '../read.ts';
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
  /** The pods that keep others away: those with a node and a required anti-affinity. */
  readonly wary: readonly Placed[];
}

/** The scheduler's view of nodes without pods. */
export function nothingPlaced(state: Scheduling['state'], nodes: readonly NodeState[]): Scheduling {
  return { state, nodes, occupied: new Map(), wary: [] };
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
  const placed: Placed = { name, namespace, labels, node, plan };
  const occupancy: Occupancy = {
    pods: pods.with(placed),
    requested: plus(requested, { ...podRequests(plan.spec), pods: 1 }),
  };
  const { occupied, wary } = scheduling;
  return {
    ...scheduling,
    occupied: new Map(occupied).set(node, occupancy),
    wary: avoided(plan).length > 0 ? [...wary, placed] : wary,
  };
}

/** What a pod demands of the pods around it: none of these near it. */
export function avoided({ spec }: PodPlan): readonly IPodAffinityTerm[] {
  return list(spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution);
}

/** The scheduler's view once a node and its pods are gone. */
export function withoutNode(scheduling: Scheduling, node: NodeState): Scheduling {
  const occupied = new Map([...scheduling.occupied].filter(([one]) => one !== node));
  const wary = scheduling.wary.filter((pod) => pod.node !== node);
  return { ...scheduling, nodes: scheduling.nodes.filter((one) => one !== node), occupied, wary };
}
