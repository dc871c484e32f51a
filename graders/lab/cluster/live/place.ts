import type { Hop } from '../../../core/trace.ts';
import { podIp } from '../addresses.ts';
import { usageIn } from '../admission/objects.ts';
import { nodesOf } from '../nodes.ts';
import { beside } from '../rollout/rollout.ts';
import { kubeletOptions } from '../settle.ts';
import { noPods, type Progress, startPod } from '../start.ts';
import type { PodState } from '../state.ts';
import { type PodPlan, planOf } from '../workloads/plan.ts';
import { optionsOf } from './images.ts';
import type { LiveCluster, LivePod, Owner } from './live.ts';
import { startsOf } from './starts.ts';
import { putPod, uidOf, withoutPlacing } from './store.ts';

/** What became of a pod that somebody wanted. */
export interface Made {
  readonly live: LiveCluster;
  /** Why the API did not take it. */
  readonly refusal?: Hop;
}

/** More pods than any lesson needs: beyond it nobody gets another one. */
const mostPods = 1500;

export const isFull = (live: LiveCluster): boolean => live.pods.size >= mostPods;

/** Creates a pod: webhooks, admission, scheduler and kubelet decide what it comes to, and its start is laid out in time. */
export function makePod(live: LiveCluster, asked: PodPlan, owner?: Owner): Made {
  const { hooks, resources } = live;
  const plan = hooks.inject ? { ...asked, ...hooks.inject(asked, resources) } : asked;
  const before = placingOf(live);
  const after = startPod(before, plan);
  const [run] = after.runs;
  if (!run) {
    const refusal = after.rejected.at(-1)?.hop;
    return refusal ? { live, refusal } : { live };
  }
  const verdict = withAddress(run.pod, live);
  const pod = timed(live, {
    verdict,
    hops: run.hops,
    uid: uidOf(`pod/${verdict.namespace}/${verdict.name}/${live.counter}`),
    version: live.counter,
    created: live.clock,
    starts: [],
    ...(owner && { owner }),
  });
  return {
    live: { ...putPod(live, pod), placing: { ...after, runs: [], rejected: [] }, pulled: pulledWith(live, pod) },
  };
}

/** Where a pod would go and what it would come to now, for one that waits: nothing is stored. */
export function judge(
  live: LiveCluster,
  pod: LivePod,
): { readonly verdict: PodState; readonly hops: readonly Hop[] } | undefined {
  const others = [...live.pods.values()].filter((one) => one !== pod && !one.deleting);
  const progress = placing(live, others);
  const [run] = startPod(progress, {
    ...planOf(pod.verdict),
    ...(pod.verdict.node && { onlyNode: pod.verdict.node }),
  }).runs;
  return run && { verdict: { ...withAddress(run.pod, live, pod.verdict.ip) }, hops: run.hops };
}

/** Stores what a waiting pod has come to, and begins its start anew. */
export function restart(live: LiveCluster, pod: LivePod, verdict: PodState, hops: readonly Hop[]): LiveCluster {
  const { readyAt: _, ...rest } = pod;
  const next = timed(live, { ...rest, verdict, hops, version: live.counter });
  return withoutPlacing({ ...putPod(live, next), pulled: pulledWith(live, next) });
}

function timed(live: LiveCluster, pod: LivePod): LivePod {
  const { verdict } = pod;
  if (verdict.node === undefined) return { ...pod, starts: [] };
  const placed = pod.placed ?? live.clock;
  const { starts, readyAt } = startsOf(
    verdict,
    live.clock,
    (image) => live.pulled.get(`${verdict.node} ${image}`),
    optionsOf(live),
  );
  return { ...pod, placed, starts, ...(readyAt !== undefined && { readyAt }) };
}

function pulledWith(live: LiveCluster, { starts, verdict }: LivePod): LiveCluster['pulled'] {
  const fresh = starts.flatMap(({ stuck, pullFrom, started, image }) =>
    stuck === undefined && pullFrom !== undefined && started !== undefined
      ? [[`${verdict.node} ${image}`, started] as const]
      : [],
  );
  return fresh.length === 0 ? live.pulled : new Map([...live.pulled, ...fresh]);
}

/** The address belongs to the pod as long as it lives. */
function withAddress(pod: PodState, live: LiveCluster, known = ''): PodState {
  if (pod.ip === '' || pod.spec?.hostNetwork === true) return pod;
  const used = new Set([...live.pods.values()].map(({ verdict }) => verdict.ip));
  let index = live.counter % 200;
  while (used.has(podIp(index)) && index < 100_000) index++;
  return { ...pod, ip: known || podIp(index) };
}

/** What the quotas of a cluster have counted. */
export const usageOf = (live: LiveCluster): Progress['usage'] => placingOf(live).usage;

function placingOf(live: LiveCluster): Progress {
  return (
    live.placing ??
    placing(
      live,
      [...live.pods.values()].filter(({ deleting }) => !deleting),
    )
  );
}

function placing(live: LiveCluster, pods: readonly LivePod[]): Progress {
  const { resources } = live;
  const options = optionsOf(live);
  const empty = noPods(kubeletOptions(resources, options), nodesOf(resources), usageIn(resources));
  return beside(
    pods.map(({ verdict }) => verdict),
    empty,
  );
}
