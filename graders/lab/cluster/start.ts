import type { Hop } from '../../core/trace.ts';
import { ipFor } from './addresses.ts';
import { admitPod } from './admission/pods.ts';
import type { Usage } from './admission/quota.ts';
import type { KubeletOptions } from './kubelet/options.ts';
import { pendingPod, type RunPod, runPod } from './kubelet/pod.ts';
import { fitsNode } from './schedule/affinity.ts';
import { namesNodes, place } from './schedule/schedule.ts';
import { nothingPlaced, type Scheduling, withPlaced } from './schedule/scheduling.ts';
import { untolerated } from './schedule/taints.ts';
import type { NodeState, Rejection } from './state.ts';
import type { PodPlan } from './workloads/plan.ts';

/** A cluster while its pods are being created one after the other. */
export interface Progress {
  readonly options: KubeletOptions;
  readonly runs: readonly RunPod[];
  readonly rejected: readonly Rejection[];
  /** What the quotas have counted so far. */
  readonly usage: Usage;
  readonly scheduling: Scheduling;
}

/** A cluster without pods. */
export function noPods(options: KubeletOptions, nodes: readonly NodeState[], usage: Usage = new Map()): Progress {
  return { options, runs: [], rejected: [], usage, scheduling: nothingPlaced(options, nodes) };
}

/** Takes one pod through admission, the scheduler and the kubelet. */
export function startPod(progress: Progress, asked: PodPlan): Progress {
  const { options, scheduling, usage, runs } = progress;
  const matters = options.closed || namesNodes(scheduling);
  if (matters && isNotForNode(asked, scheduling.nodes)) return progress;
  const { resources, closed } = options;
  const admittance = admitPod(asked, { resources, closed, usage });
  if ('refusal' in admittance) {
    return { ...progress, rejected: [...progress.rejected, { from: asked.from, hop: admittance.refusal }] };
  }
  const { plan } = admittance;
  const charged = { ...progress, usage: admittance.usage };
  const placement = place(plan, scheduling, closed);
  if (!placement.node) return { ...charged, runs: [...runs, pendingPod(plan, placement.reason, placement.hop)] };
  const run = runPod(plan, placement.node, ipFor(plan.from, runs.length, options.resources), options);
  return { ...charged, runs: [...runs, run], scheduling: withPlaced(scheduling, plan, placement.node) };
}

export function startPods(progress: Progress, plans: readonly PodPlan[]): Progress {
  return plans.reduce(startPod, progress);
}

export function hopsOf({ runs, rejected }: Progress): readonly Hop[] {
  return [...rejected.map(({ hop }) => hop), ...runs.flatMap(({ hops }) => hops)];
}

/** A DaemonSet makes no pod for a node that its selector or its tolerations exclude. */
function isNotForNode(plan: PodPlan, nodes: readonly NodeState[]): boolean {
  const node = plan.onlyNode === undefined ? undefined : nodes.find(({ name }) => name === plan.onlyNode);
  return node !== undefined && (untolerated(plan, node) !== undefined || !fitsNode(plan.spec, node));
}
