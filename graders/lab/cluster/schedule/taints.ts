import type { IPodSpec } from 'kubernetes-models/v1';
import { list, text } from '../read.ts';
import type { NodeState, Taint } from '../state.ts';
import type { PodPlan } from '../workloads/plan.ts';

/** What a cordoned node amounts to. */
export const cordon: Taint = { key: 'node.kubernetes.io/unschedulable', value: '', effect: 'NoSchedule' };

/**
 * Taints that every pod of a DaemonSet tolerates.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#taints-and-tolerations
 */
const daemonTolerates = {
  NoExecute: /^node\.kubernetes\.io\/(?:not-ready|unreachable)$/,
  NoSchedule: /^node\.kubernetes\.io\/(?:disk-pressure|memory-pressure|pid-pressure|unschedulable)$/,
};

const unconnected = 'node.kubernetes.io/network-unavailable';

/**
 * The first taint that keeps a pod off a node. `PreferNoSchedule` only makes the node less liked.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
export function untolerated(plan: PodPlan, node: NodeState): Taint | undefined {
  return node.taints.find((taint) => taint.effect !== 'PreferNoSchedule' && !endures(plan, taint));
}

/** Whether a pod tolerates a taint, by its own tolerations or by those a DaemonSet gives it. */
export function endures({ spec, workload }: PodPlan, taint: Taint): boolean {
  if (tolerates(spec, taint)) return true;
  if (workload.kind !== 'DaemonSet' || taint.effect === 'PreferNoSchedule') return false;
  if (taint.key === unconnected) return spec.hostNetwork === true && taint.effect === 'NoSchedule';
  return daemonTolerates[taint.effect].test(taint.key);
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
