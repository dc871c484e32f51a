import type { Labels } from '../labels.ts';
import type { Amounts } from '../resources.ts';
import type { ClusterState, NodeState } from '../state.ts';
import type { PodPlan } from '../workloads/plan.ts';

/** A pod that already has its node. */
export interface Placed {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly node: NodeState;
  readonly requests: Amounts;
  readonly plan: PodPlan;
}

/** The scheduler's view of a cluster while it places one pod after the other. */
export interface Scheduling {
  readonly state: Pick<ClusterState, 'resources'>;
  readonly nodes: readonly NodeState[];
  readonly placed: readonly Placed[];
}

/** Why a node does not take a pod, in the words of the scheduler's own event. */
export type Refusal = string;
