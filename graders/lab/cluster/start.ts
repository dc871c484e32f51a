import type { Hop } from '../../core/trace.ts';
import { podIp } from './addresses.ts';
import { admitPod } from './admission/pods.ts';
import type { Usage } from './admission/quota.ts';
import type { KubeletOptions } from './kubelet/options.ts';
import { pendingPod, type RunPod, runPod } from './kubelet/pod.ts';
import { fitsNode } from './schedule/affinity.ts';
import { place, withPlaced } from './schedule/schedule.ts';
import type { Scheduling } from './schedule/scheduling.ts';
import { untolerated } from './schedule/taints.ts';
import type { NodeState, PodState, Rejection } from './state.ts';
import type { PodPlan } from './workloads/plan.ts';

/** The pods that came to be, those that did not, and every decision about them. */
export interface Started {
  readonly pods: readonly PodState[];
  readonly rejected: readonly Rejection[];
  readonly hops: readonly Hop[];
}

/**
 * Takes planned pods through admission, the scheduler and the kubelet, one after the other.
 * @param usage what the quotas of the world have counted before
 */
export function startPods(
  plans: readonly PodPlan[],
  nodes: readonly NodeState[],
  options: KubeletOptions,
  usage: Usage = new Map(),
): Started {
  const runs: RunPod[] = [];
  const rejected: Rejection[] = [];
  let spent = usage;
  let scheduling: Scheduling = { state: options, nodes, placed: [] };
  for (const asked of plans) {
    if (isNotForNode(asked, nodes)) continue;
    const { resources, closed } = options;
    const admittance = admitPod(asked, { resources, closed, usage: spent });
    if ('refusal' in admittance) {
      rejected.push({ from: asked.from, hop: admittance.refusal });
      continue;
    }
    const { plan } = admittance;
    spent = admittance.usage;
    const placement = place(plan, scheduling, closed);
    if (!placement.node) {
      runs.push(pendingPod(plan, placement.reason, placement.hop));
      continue;
    }
    scheduling = withPlaced(scheduling, plan, placement.node);
    runs.push(runPod(plan, placement.node, podIp(runs.length), options));
  }
  return { pods: runs.map(({ pod }) => pod), rejected, hops: runs.flatMap(({ hops }) => hops) };
}

/** A DaemonSet makes no pod for a node that its selector or its tolerations exclude. */
function isNotForNode(plan: PodPlan, nodes: readonly NodeState[]): boolean {
  const node = plan.onlyNode === undefined ? undefined : nodes.find(({ name }) => name === plan.onlyNode);
  return node !== undefined && (untolerated(plan, node) !== undefined || !fitsNode(plan.spec, node));
}
