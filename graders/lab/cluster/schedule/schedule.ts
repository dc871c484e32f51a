import type { Hop } from '../../../core/trace.ts';
import { lookup } from '../../../model/manifests/lookup.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { podHop } from '../kubelet/say.ts';
import { list, text } from '../read.ts';
import type { NodeState } from '../state.ts';
import type { PodPlan } from '../workloads/plan.ts';
import { preference } from './affinity.ts';
import { blamed } from './blame.ts';
import { nodeFilter } from './filters.ts';
import { on, type Scheduling, workloadKey } from './scheduling.ts';
import { disliked } from './taints.ts';

/** Where a pod goes, or why it stays pending. */
export type Placement =
  | { readonly node: NodeState }
  | { readonly node?: undefined; readonly reason: 'Unschedulable' | 'SchedulingGated'; readonly hop: Hop };

/**
 * Places one pod: a named node is taken as it is, but for the pods of a DaemonSet, which the scheduler places; else, of the nodes that no filter refuses, the one with the preferred
 * labels, the fewest pods of the same workload and the fewest pods.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/
 */
export function place(plan: PodPlan, scheduling: Scheduling, closed: boolean): Placement {
  const { nodes } = scheduling;
  const pinned = plan.onlyNode ?? text(plan.spec.nodeName);
  const [first] = nodes;
  if (pinned) {
    const node =
      nodes.find(({ name }) => name === pinned) ?? (closed ? undefined : first && { ...first, name: pinned });
    const refusal = node && plan.onlyNode && nodeFilter(plan, scheduling)(node);
    if (refusal && (closed || namesNodes(scheduling))) {
      return { reason: 'Unschedulable', hop: refusedHop(plan, [refusal]) };
    }
    if (node) return { node };
    const at = spanOf(plan.spec, 'nodeName') ?? plan.at;
    return { reason: 'Unschedulable', hop: podHop(plan, 'schedule', 'nodeUnknown', { node: pinned }, at) };
  }
  const held = closed ? heldBack(plan) : undefined;
  if (held) return held;
  if (!closed && !namesNodes(scheduling)) return { node: liked(nodes, plan, scheduling) ?? (first as NodeState) };
  const refusals = nodes.map(nodeFilter(plan, scheduling));
  const candidates = nodes.filter((_, index) => refusals[index] === undefined);
  const best = liked(candidates, plan, scheduling);
  if (best) return { node: best };
  return { reason: 'Unschedulable', hop: refusedHop(plan, refusals) };
}

/** Whether anything is known about the machines: in an open world without Node objects, some node will do. */
export function namesNodes({ state }: Scheduling): boolean {
  return lookup(state.resources).ofKind('', 'Node').length > 0;
}

/** Schedulers and gates that only a cluster with something more installed would serve. */
function heldBack(plan: PodPlan): Placement | undefined {
  const [gate] = list(plan.spec.schedulingGates);
  if (gate) {
    const at = spanOf(plan.spec, 'schedulingGates') ?? plan.at;
    const hop = podHop(plan, 'schedule', 'schedulingGated', { gate: text(gate.name) ?? '' }, at);
    return { reason: 'SchedulingGated', hop };
  }
  const scheduler = text(plan.spec.schedulerName) || 'default-scheduler';
  if (scheduler === 'default-scheduler') return undefined;
  const at = spanOf(plan.spec, 'schedulerName') ?? plan.at;
  return { reason: 'Unschedulable', hop: podHop(plan, 'schedule', 'noScheduler', { scheduler }, at) };
}

/** The best of the nodes that would do; the first of equals. */
function liked(candidates: readonly NodeState[], plan: PodPlan, scheduling: Scheduling): NodeState | undefined {
  const scored = candidates.map((node) => {
    const { pods } = on(node, scheduling);
    const siblings = pods.count(workloadKey(plan));
    return { node, score: [-disliked(plan, node), preference(plan.spec, node), -siblings, -pods.length] };
  });
  const isBetter = (ours: readonly number[], theirs: readonly number[]) => {
    const at = ours.findIndex((value, index) => value !== theirs[index]);
    return at !== -1 && (ours[at] ?? 0) > (theirs[at] ?? 0);
  };
  return scored.reduce<(typeof scored)[number] | undefined>(
    (best, one) => (best && !isBetter(one.score, best.score) ? best : one),
    undefined,
  )?.node;
}

/** The scheduler's event: how many nodes refused and for which reason, and the line of the pod that asks for too much. */
function refusedHop(plan: PodPlan, refusals: readonly (string | undefined)[]): Hop {
  const counts = new Map<string, number>();
  for (const refusal of refusals) if (refusal) counts.set(refusal, (counts.get(refusal) ?? 0) + 1);
  const reasons = [...counts].map(([reason, count]) => `\`${count} ${reason}\``);
  return podHop(plan, 'schedule', 'unschedulable', { reasons }, blamed(plan, [...counts.keys()]));
}
