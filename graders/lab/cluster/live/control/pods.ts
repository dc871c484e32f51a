import type { Hop } from '../../../../core/trace.ts';
import { suffix } from '../../names.ts';
import { type PodPlan, planPod, templateOf } from '../../workloads/plan.ts';
import { aboutObject, record } from '../events.ts';
import type { LiveCluster, LiveObject, LivePod } from '../live.ts';
import { lookAt } from '../look.ts';
import { isFull, makePod } from '../place.ts';
import { refusalText } from '../refusal-text.ts';
import { find, forgetRefusal, ownerOf, putPod, remember, withoutPlacing } from '../store.ts';

/** Makes pods for a controller, each with its own name, until the API refuses one. */
export function makePods(
  live: LiveCluster,
  owner: LiveObject,
  plans: readonly PodPlan[],
  controller: string,
): LiveCluster {
  let next = live;
  for (const plan of plans) {
    if (isFull(next)) return next;
    const made = makePod(next, plan, ownerOf(owner));
    if (made.refusal) return refused(next, owner, made.refusal, plan, controller);
    if (made.live === next) continue;
    next = counted(made.live, owner);
    const message =
      controller === 'statefulset-controller'
        ? `create Pod ${plan.name} in StatefulSet ${owner.resource.name} successful`
        : `Created pod: ${plan.name}`;
    next = record(next, owner.resource.namespace, aboutObject(owner), {
      type: 'Normal',
      reason: 'SuccessfulCreate',
      message,
      from: controller,
    });
  }
  const known = find(next, owner.resource);
  return known?.memory?.refused ? forgetRefusal(next, known) : next;
}

function counted(live: LiveCluster, owner: LiveObject): LiveCluster {
  const known = find(live, owner.resource);
  return known ? remember(live, known, { made: (known.memory?.made ?? 0) + 1 }) : live;
}

/** Tells a refusal when it begins; the controller tries again, less and less often. */
function refused(live: LiveCluster, owner: LiveObject, hop: Hop, plan: PodPlan, controller: string): LiveCluster {
  const known = find(live, owner.resource) ?? owner;
  const before = known.memory?.refused;
  const wait = before ? Math.min(2 ** before.count, 900) : 0;
  if (before && live.clock < before.at + wait) return live;
  const message = `Error creating: ${refusalText('pods', plan.name, hop)}`;
  const told = record(live, owner.resource.namespace, aboutObject(owner), {
    type: 'Warning',
    reason: 'FailedCreate',
    message,
    from: controller,
  });
  return remember(told, known, { refused: { at: live.clock, count: (before?.count ?? 0) + 1, hop } });
}

/** The next pods of a ReplicaSet: `name-x7k2p`. */
export function nextPlans(set: LiveObject, workload: LiveObject, n: number): readonly PodPlan[] {
  const made = set.memory?.made ?? 0;
  const { name } = set.resource;
  const template = templateOf(set.resource);
  return Array.from({ length: n }, (_, index) => ({
    ...planPod(workload.resource, `${name.slice(0, 57)}-${suffix(`${name}/${made + index}/${set.uid}`)}`, {}, template),
  }));
}

/** Seconds that `kubectl delete` and controllers grant a pod unless it says otherwise. */
const usualGrace = 30;

/** Asks a pod to end: at once for what has no process, soon for a server, and after its whole grace for what does not listen to signals. */
export function endPod(live: LiveCluster, pod: LivePod, grace?: number): LiveCluster {
  if (pod.deleting)
    return grace === 0 ? putPod(live, { ...pod, deleting: { ...pod.deleting, gone: live.clock } }) : live;
  const gone = live.clock + secondsToEnd(pod, live.clock, grace);
  return withoutPlacing(putPod(live, { ...pod, version: live.counter, deleting: { at: live.clock, gone } }));
}

function secondsToEnd(pod: LivePod, clock: number, grace: number | undefined): number {
  const allowed = grace ?? pod.verdict.spec?.terminationGracePeriodSeconds ?? usualGrace;
  const looked = lookAt(pod, clock);
  const running = looked.containers.filter(({ state }) => state === 'running');
  if (running.length === 0) return 0;
  const listens = running.every(
    ({ product, assumed, listens: ports }) =>
      product !== undefined || assumed === true || ports === 'any' || ports.length > 0,
  );
  return Math.min(allowed, listens ? 1 : allowed);
}

/** Which pods a controller gives up first: those that wait, those not ready, the youngest. */
export function leastWanted(pods: readonly LivePod[], clock: number): readonly LivePod[] {
  const rank = (pod: LivePod) => {
    const look = lookAt(pod, clock);
    return [
      Number(look.node !== undefined),
      Number(look.phase === 'Running'),
      Number(look.ready),
      -(look.ready ? (pod.readyAt ?? 0) : 0),
      -pod.created,
    ];
  };
  const ranked = pods.map((pod, index) => ({ pod, index, rank: rank(pod) }));
  ranked.sort((a, b) => {
    for (const [place, value] of a.rank.entries()) {
      const other = b.rank[place] ?? 0;
      if (value !== other) return value - other;
    }
    return b.index - a.index;
  });
  return ranked.map(({ pod }) => pod);
}

export function endPods(
  live: LiveCluster,
  owner: LiveObject,
  pods: readonly LivePod[],
  controller: string,
): LiveCluster {
  return pods.reduce((next, pod) => {
    const { name } = pod.verdict;
    const message =
      controller === 'statefulset-controller'
        ? `delete Pod ${name} in StatefulSet ${owner.resource.name} successful`
        : `Deleted pod: ${name}`;
    const told = record(next, owner.resource.namespace, aboutObject(owner), {
      type: 'Normal',
      reason: 'SuccessfulDelete',
      message,
      from: controller,
    });
    return endPod(told, pod);
  }, live);
}
