import type { IPodSpec } from 'kubernetes-models/v1';
import { list, text } from '../read.ts';
import type { NodeState, Taint } from '../state.ts';
import type { PodPlan } from '../workloads/plan.ts';

/** Taints that every pod of a DaemonSet tolerates. */
const daemonTolerates =
  /^node\.kubernetes\.io\/(?:not-ready|unreachable|disk-pressure|memory-pressure|pid-pressure|unschedulable|network-unavailable)$/;

/**
 * The first taint that keeps a pod off a node. `PreferNoSchedule` only makes the node less liked.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
export function untolerated(plan: PodPlan, node: NodeState): Taint | undefined {
  return node.taints.find(
    (taint) =>
      taint.effect !== 'PreferNoSchedule' &&
      !tolerates(plan.spec, taint) &&
      !(plan.workload.kind === 'DaemonSet' && daemonTolerates.test(taint.key)),
  );
}

/** How many `PreferNoSchedule` taints of a node a pod does not tolerate. */
export function disliked({ spec }: PodPlan, node: NodeState): number {
  return node.taints.filter((taint) => taint.effect === 'PreferNoSchedule' && !tolerates(spec, taint)).length;
}

function tolerates({ tolerations }: Partial<IPodSpec>, taint: Taint): boolean {
  return list(tolerations).some(({ key, operator, value, effect }) => {
    if (text(effect) && effect !== taint.effect) return false;
    if (!text(key)) return operator === 'Exists';
    if (key !== taint.key) return false;
    return operator === 'Exists' || (text(value) ?? '') === taint.value;
  });
}
