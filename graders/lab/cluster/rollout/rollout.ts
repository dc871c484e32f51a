import type { IDeployment, IStatefulSet } from 'kubernetes-models/apps/v1';
import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import { fieldSpan, type Resource, refOf } from '../../../model/manifests/manifests.ts';
import { chargePod, quotasIn } from '../admission/quota.ts';
import { hops } from '../hops.ts';
import { integer } from '../read.ts';
import { withPlaced } from '../schedule/scheduling.ts';
import { kubeletOptions, lastApplied, type SettleOptions } from '../settle.ts';
import { noPods, type Progress, startPod } from '../start.ts';
import type { ClusterState, PodState } from '../state.ts';
import { deploymentPods, replicasOf, templateHash } from '../workloads/deployment.ts';
import { type PodPlan, planOf, templateOf } from '../workloads/plan.ts';
import { statefulSetPods } from '../workloads/stateful-set.ts';
import { boundsOf, part } from './bounds.ts';
import { orderedUpdate } from './ordered.ts';
import { readyAfter } from './ready.ts';
import { recreate, rollingUpdate } from './rolling.ts';
import { type Rollout, type RolloutStep, stepOf, summary } from './timeline.ts';

export type RolloutTrace = Trace<Rollout>;

/**
 * Applies a changed Deployment or StatefulSet to a running cluster and follows its pods until the new template has
 * replaced the old one, or cannot. Whether a new pod becomes ready, and when, is decided by running one.
 * @param next the workload as it is applied now; the one it replaces is found by name in the cluster
 * @param options of the world the cluster was settled with
 */
export function rollout(state: ClusterState, next: Resource, options: SettleOptions = {}): RolloutTrace {
  const before = state.resources.find((one) => sameObject(one, next));
  const old = state.pods.filter((pod) => isOf(pod, next));
  if (before && templateHash(templateOf(before)) === templateHash(templateOf(next))) return unchanged(next, old);
  const trial = tryPod(state, next, options);
  const outcome = simulate(next, old, trial.seconds);
  const where = { resource: refOf(next), at: fieldSpan(next, 'spec', 'strategy') };
  const told = outcome.steps.filter(({ did }) => did !== 'start').map((step) => stepHop(step, next));
  return { outcome, hops: [...boundsHop(next, where), ...trial.hops, ...told] };
}

function sameObject(a: Resource, b: Resource): boolean {
  return a.kind === b.kind && a.group === b.group && a.name === b.name && a.namespace === b.namespace;
}

function isOf({ workload, namespace }: PodState, { kind, name, namespace: wanted }: Resource): boolean {
  return workload.kind === kind && workload.name === name && namespace === wanted;
}

function unchanged(next: Resource, pods: readonly PodState[]): RolloutTrace {
  const available = pods.filter(({ ready }) => ready).length;
  const fleet = { old: { pods: pods.length, available }, young: [] };
  const told = hop(
    hops,
    'rollout',
    'rolloutUnchanged',
    {},
    { resource: refOf(next), at: fieldSpan(next, 'spec', 'template') },
  );
  return { outcome: summary([stepOf(0, 'start', fleet), stepOf(0, 'complete', fleet)], 'complete'), hops: [told] };
}

/**
 * Runs one pod of the new template beside those there are: when it is ready, in seconds, and why it never is. Where the
 * update may take an old pod away first, what the old ones use is free for the new one.
 */
function tryPod(
  state: ClusterState,
  next: Resource,
  options: SettleOptions,
): { seconds: number; hops: readonly Hop[] } {
  const resources = lastApplied([...state.resources, next]);
  const [plan]: readonly (PodPlan | undefined)[] =
    next.kind === 'StatefulSet' ? statefulSetPods(next, 1) : deploymentPods(next, 1);
  if (!plan) return { seconds: Number.POSITIVE_INFINITY, hops: [] };
  const kept = goesFirst(next) ? state.pods : state.pods.filter((pod) => !isOf(pod, next));
  const tried = startPod(beside(kept, noPods(kubeletOptions(resources, options), state.nodes)), plan);
  const pod = tried.runs[0]?.pod;
  if (pod?.ready) return { seconds: readyAfter(plan.spec), hops: [] };
  const problem = pod?.problem ?? tried.rejected[0]?.hop;
  return { seconds: Number.POSITIVE_INFINITY, hops: problem ? [problem] : [] };
}

/** Whether the first new pod comes before any old one goes. */
function goesFirst(next: Resource): boolean {
  const { spec } = next.data as Partial<IDeployment>;
  if (next.kind !== 'Deployment' || spec?.strategy?.type === 'Recreate') return false;
  const { maxSurge, maxUnavailable } = spec?.strategy?.rollingUpdate ?? {};
  return boundsOf(replicasOf(next), maxSurge, maxUnavailable).unavailable === 0;
}

/** What running pods use of the quotas and of the nodes. */
export function beside(pods: readonly PodState[], empty: Progress): Progress {
  let progress = empty;
  for (const pod of pods) {
    const plan = planOf(pod);
    const node = progress.scheduling.nodes.find(({ name }) => name === pod.node);
    const charged = chargePod(plan, quotasIn(progress.options.resources, pod.namespace), progress.usage);
    if (!('why' in charged)) progress = { ...progress, usage: charged };
    if (node) progress = { ...progress, scheduling: withPlaced(progress.scheduling, plan, node) };
  }
  return progress;
}

function simulate(next: Resource, pods: readonly PodState[], seconds: number): Rollout {
  const replicas = replicasOf(next);
  if (next.kind === 'StatefulSet') {
    const { spec } = next.data as Partial<IStatefulSet>;
    const { partition, maxUnavailable } = spec?.updateStrategy?.rollingUpdate ?? {};
    const unavailable = Math.max(1, part(maxUnavailable, replicas, Math.ceil));
    return orderedUpdate({ replicas, partition: integer(partition) ?? 0, unavailable, readyAfter: seconds });
  }
  const { spec } = next.data as Partial<IDeployment>;
  const { maxSurge, maxUnavailable } = spec?.strategy?.rollingUpdate ?? {};
  const update = {
    replicas,
    ...boundsOf(replicas, maxSurge, maxUnavailable),
    old: { pods: pods.length, available: pods.filter(({ ready }) => ready).length },
    readyAfter: seconds + (integer(spec?.minReadySeconds) ?? 0),
    progressDeadline: integer(spec?.progressDeadlineSeconds) ?? 600,
  };
  return spec?.strategy?.type === 'Recreate' ? recreate(update) : rollingUpdate(update);
}

type Where = Parameters<typeof hop>[4];

/** How many pods there may be at most and at least while a Deployment is updated. */
export function boundsHop(next: Resource, where: Where): readonly Hop[] {
  const { spec } = next.data as Partial<IDeployment>;
  if (next.kind !== 'Deployment' || spec?.strategy?.type === 'Recreate') return [];
  const replicas = replicasOf(next);
  const { maxSurge, maxUnavailable } = spec?.strategy?.rollingUpdate ?? {};
  const { surge, unavailable } = boundsOf(replicas, maxSurge, maxUnavailable);
  const data = { replicas, most: replicas + surge, least: replicas - unavailable };
  return [hop(hops, 'rollout', 'rolloutBounds', data, where)];
}

function stepHop(step: RolloutStep, next: Resource): Hop {
  const { at, oldPods, newPods, available } = step;
  const where = { resource: refOf(next), at: fieldSpan(next, 'spec', 'template') };
  if (step.did === 'complete') return hop(hops, 'rollout', 'rolloutComplete', { at, newPods }, where);
  if (step.did === 'stuck') return hop(hops, 'rollout', 'rolloutStuck', { at, oldPods, newPods }, where);
  return hop(hops, 'rollout', 'rolloutStep', { at, oldPods, newPods, available }, where);
}
