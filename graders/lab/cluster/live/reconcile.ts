import type { Resource } from '../../../model/manifests/manifests.ts';
import { podIp } from '../addresses.ts';
import { suffix } from '../names.ts';
import { list, text } from '../read.ts';
import { readyAfter } from '../rollout/ready.ts';
import { settle } from '../settle.ts';
import type { PodState } from '../state.ts';
import { scheduleOf } from './births.ts';
import { uidOf } from './ids.ts';
import { optionsOf, secondsToPull } from './images.ts';
import type { ClusterEvent, LiveCluster, LivePod } from './live.ts';
import { withRevisions } from './revisions.ts';

/** Seconds for which what is gone is remembered. */
const remembered = 3600;

/** Seconds that a process which obeys takes to end, and that one which does not is waited for. */
const orderly = 2;
const grace = 30;

/**
 * Lets the controllers, the scheduler and the kubelets act on what is in a cluster: which pods there will be is what the
 * world comes to at rest; when each comes and goes is what the strategy of its workload says.
 */
export function reconcile(before: LiveCluster, at: number): LiveCluster {
  const cluster = withRevisions(forgetPlans(before, at), at);
  const { state } = settle(
    cluster.objects.map(({ resource }) => resource),
    optionsOf(cluster),
  );
  const wanted = grouped(state.pods, ownerOf);
  const there = grouped(
    cluster.pods.filter((pod) => pod.deleted === undefined),
    ({ rest }) => ownerOf(rest),
  );
  let next: LiveCluster = { ...cluster, rejected: state.rejected };
  for (const owner of new Set([...there.keys(), ...wanted.keys()])) {
    next = control(next, wanted.get(owner) ?? [], there.get(owner) ?? [], at);
  }
  return next;
}

/** What was to come and has not: another decision takes its place. */
function forgetPlans(cluster: LiveCluster, at: number): LiveCluster {
  const pods = cluster.pods
    .filter(({ born, gone }) => born <= at && (gone === undefined || gone > at - remembered))
    .map((pod) => (pod.deleted !== undefined && pod.deleted > at ? kept(pod) : pod));
  const recorded = cluster.recorded.filter(({ first, last }) => first <= at && last > at - remembered);
  return { ...cluster, pods, recorded };
}

function kept({ deleted: _, gone: __, ...pod }: LivePod): LivePod {
  return pod;
}

/** The controller of one workload, or of a bare pod. */
function control(
  cluster: LiveCluster,
  wanted: readonly PodState[],
  there: readonly LivePod[],
  at: number,
): LiveCluster {
  const workload = (wanted[0] ?? there[0]?.rest)?.from;
  if (!workload) return cluster;
  const slots = new Map(wanted.map((pod) => [slotOf(pod), pod]));
  const stay = there.filter(({ slot }) => slots.has(slot));
  const old = there.filter(({ slot }) => !slots.has(slot));
  const taken = new Set(stay.map(({ slot }) => slot));
  const fresh = wanted.filter((pod) => !taken.has(slotOf(pod)));
  const [first] = fresh;
  const seconds = first ? waitFor(cluster, first) : 0;
  const schedule = scheduleOf(workload, {
    old: { pods: old.length, available: old.filter(({ ready }) => ready <= at).length },
    kept: stay.length,
    fresh: fresh.length,
    readyAfter: first?.ready ? seconds + readyAfter(first.spec ?? {}) : Number.POSITIVE_INFINITY,
    update: fresh.length > 0 && old.length > 0,
  });
  let next = cluster;
  for (const pod of stay) next = replaced(next, pod, tried(next, pod, slots.get(pod.slot), at));
  for (const [index, birth] of schedule.births.entries()) {
    const pod = fresh[index];
    if (pod) next = born(next, pod, at + birth, seconds);
  }
  const first_ = [...old].sort((a, b) => Number(a.ready <= at) - Number(b.ready <= at) || b.born - a.born);
  for (const [index, end] of schedule.ends.entries()) {
    const pod = first_[index];
    if (pod) next = replaced(next, pod, ended(pod, at + end));
  }
  return { ...next, recorded: [...next.recorded, ...scalings(workload, there, next, at)] };
}

/** A pod that could not start is tried again: what it lacked may be there now. One that runs goes on as it is. */
function tried(cluster: LiveCluster, pod: LivePod, now: PodState | undefined, at: number): LivePod {
  const { name, ip } = pod.rest;
  if (!now || pod.rest.ready || (!now.ready && now.problem?.message === pod.rest.problem?.message)) {
    return now ? { ...pod, rest: { ...pod.rest, from: now.from, at: now.at } } : pod;
  }
  const seconds = waitFor(cluster, now);
  const pulled = at + 1 + seconds;
  const rest = { ...now, name, ip: now.ip === '' ? '' : ip || addressOf(cluster) };
  return { ...pod, rest, ...timesOf(rest, at + 1, seconds), pulled };
}

function born(cluster: LiveCluster, pod: PodState, at: number, seconds: number): LiveCluster {
  const made = cluster.made + 1;
  const slot = slotOf(pod);
  const again = cluster.pods.filter((one) => one.slot === slot).length;
  const name = again > 0 && isReplicated(pod) ? pod.name.replace(/-[^-]+$/, `-${suffix(`${slot}/${made}`)}`) : pod.name;
  const ip = pod.ip === '' || pod.spec?.hostNetwork === true ? pod.ip : podIp(made + 3);
  const rest = { ...pod, name, ip };
  const set = pod.labels['pod-template-hash'];
  const live: LivePod = {
    rest,
    uid: uidOf(`Pod/${pod.namespace}/${name}/${made}`),
    slot,
    ...(set !== undefined && pod.workload.kind === 'Deployment' && { set: `${pod.workload.name}-${set}` }),
    born: at,
    ...timesOf(rest, at, seconds),
    pulls: pullsOf(cluster, pod),
  };
  return { ...cluster, made, pods: [...cluster.pods, live] };
}

const addressOf = ({ made }: LiveCluster): string => podIp(made + 3);

/** When a pod has its images, runs and is ready. */
function timesOf(rest: PodState, at: number, seconds: number): Pick<LivePod, 'pulled' | 'started' | 'ready'> {
  const pulled = at + seconds;
  const started = pulled + 1 + list(rest.spec?.initContainers).length;
  const ready = rest.ready ? Math.max(started, pulled + readyAfter(rest.spec ?? {})) : Number.POSITIVE_INFINITY;
  return { pulled, started, ready };
}

/** Seconds until the images of a pod are there; images that a pod of the cluster already has are. */
function waitFor(cluster: LiveCluster, pod: PodState): number {
  return pullsOf(cluster, pod).reduce((sum, { seconds }) => sum + seconds, 0);
}

function pullsOf(cluster: LiveCluster, { spec }: PodState): LivePod['pulls'] {
  const there = new Set(cluster.pods.flatMap(({ rest }) => (rest.ready ? imagesOf(rest.spec) : [])));
  return [...new Set(imagesOf(spec))]
    .filter((image) => !there.has(image))
    .map((image) => ({ image, seconds: secondsToPull(cluster, image) }));
}

function imagesOf(spec: PodState['spec']): readonly string[] {
  return [...list(spec?.initContainers), ...list(spec?.containers)].flatMap(({ image }) => text(image) ?? []);
}

/** Deletes a pod, as `kubectl delete pod` does; whoever made it makes another one. */
export function removePod(cluster: LiveCluster, namespace: string, name: string, at: number): LiveCluster {
  const pod = cluster.pods.find(
    ({ rest, deleted }) => deleted === undefined && rest.namespace === namespace && rest.name === name,
  );
  if (!pod) return cluster;
  return reconcile(replaced(cluster, pod, ended(pod, at)), at);
}

function ended(pod: LivePod, at: number): LivePod {
  const seconds = obeys(pod.rest) ? orderly : grace;
  const written = pod.rest.spec?.terminationGracePeriodSeconds;
  return { ...pod, deleted: at, gone: at + Math.min(seconds, typeof written === 'number' ? written : grace) };
}

/** A shell or a `sleep` as the first process hears no SIGTERM. */
const obeys = ({ spec }: PodState): boolean =>
  !list(spec?.containers).some(({ command }) => /(?:^|\/)(?:sh|bash|ash|sleep)$/.test(text(list(command)[0]) ?? ''));

const replaced = (cluster: LiveCluster, pod: LivePod, by: LivePod): LiveCluster => ({
  ...cluster,
  pods: cluster.pods.map((one) => (one === pod ? by : one)),
});

const ownerOf = ({ from }: PodState): string => `${from.kind}/${from.namespace}/${from.name}`;

/** Its name, which holds the hash of its template or does not, and the template. */
function slotOf({ namespace, name, labels }: PodState): string {
  return `${namespace}/${name}/${labels['controller-revision-hash'] ?? ''}`;
}

const isReplicated = ({ workload }: PodState): boolean =>
  /^(?:Deployment|ReplicaSet|DaemonSet|Job)$/.test(workload.kind);

function grouped<T>(things: readonly T[], key: (thing: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(key(thing));
    if (group) group.push(thing);
    else groups.set(key(thing), [thing]);
  }
  return groups;
}

/** What the Deployment controller says of its ReplicaSets: one event for each time it scales one. */
function scalings(
  workload: Resource,
  there: readonly LivePod[],
  after: LiveCluster,
  at: number,
): readonly ClusterEvent[] {
  if (workload.kind !== 'Deployment') return [];
  const mine = after.pods.filter(
    ({ rest }) => rest.from.kind === 'Deployment' && ownerOf(rest) === ownerOfResource(workload),
  );
  const times = [...new Set(mine.flatMap(({ born, deleted }) => [born, deleted ?? -1]))].filter((time) => time >= at);
  const sets = [...new Set(mine.map(({ set }) => set ?? ''))];
  const sizeAt = (set: string, time: number, before: boolean) =>
    mine.filter((pod) => {
      const isNew = !there.some(({ uid }) => uid === pod.uid);
      const isBorn = before ? pod.born < time || (pod.born === time && !isNew) : pod.born <= time;
      const lives = pod.deleted === undefined || (before ? pod.deleted >= time : pod.deleted > time);
      return pod.set === set && isBorn && lives;
    }).length;
  return times
    .sort((a, b) => a - b)
    .flatMap((time) =>
      sets.flatMap((set) => {
        const [from, to] = [sizeAt(set, time, true), sizeAt(set, time, false)];
        if (from === to) return [];
        const message = `Scaled ${to > from ? 'up' : 'down'} replica set ${set} from ${from} to ${to}`;
        const about = { kind: 'Deployment', namespace: workload.namespace ?? 'default', name: workload.name };
        return [
          {
            first: time,
            last: time,
            count: 1,
            type: 'Normal' as const,
            reason: 'ScalingReplicaSet',
            message,
            about,
            source: 'deployment-controller',
          },
        ];
      }),
    );
}

const ownerOfResource = ({ kind, namespace, name }: Resource): string => `${kind}/${namespace}/${name}`;
