import { memo } from '../../../core/memo.ts';
import { controlAutoscaler, interval } from './control/autoscaler.ts';
import { controlDaemonSet } from './control/daemon-set.ts';
import { controlDeployment } from './control/deployment.ts';
import { controlCronJob, controlJob, nextTry, oldJobs } from './control/job.ts';
import { removeObject, sweep } from './control/remove.ts';
import { controlReplicaSet, isShort } from './control/replica-set.ts';
import { controlStatefulSet } from './control/stateful-set.ts';
import type { LiveCluster, LiveObject, LivePod } from './live.ts';
import { lookAt, nextChange } from './look.ts';
import { judge, restart } from './place.ts';
import { allTouched, ofKind, ownedBy, podsOwnedBy } from './store.ts';

/** Moments at which something may happen in one step of the clock; beyond it nobody looks in between. */
const mostMoments = 4000;
/** Turns of the controllers at one moment: each takes the step that the one before made possible. */
const mostTurns = 40;

/** The cluster some seconds later: everything that happens by itself until then has happened. */
export function advance(live: LiveCluster, seconds: number): LiveCluster {
  const until = live.clock + Math.max(0, seconds);
  let next = live;
  for (let moment = 0; next.clock < until && moment < mostMoments; moment++) {
    next = reconcile(allTouched({ ...next, clock: Math.min(until, nextMoment(next)) }));
  }
  return next.clock < until ? reconcile(allTouched({ ...next, clock: until })) : next;
}

/** The next moment at which something happens by itself. */
export function nextMoment(live: LiveCluster): number {
  const { clock } = live;
  const times: number[] = [];
  for (const pod of live.pods.values()) times.push(nextChange(pod, clock));
  for (const object of live.objects.values()) times.push(...timesOf(live, object));
  return Math.min(Number.POSITIVE_INFINITY, ...times.filter((time) => time > clock));
}

/**
 * Whether nothing happens by itself any more: the controllers have looked and found nothing to do, no pod will look different, and nobody
 * waits for a time of day.
 */
export const isAtRest = memo((live: LiveCluster): boolean => {
  const isOver = ({ verdict, deleting }: LivePod) =>
    !deleting && (verdict.ready || verdict.phase === 'Succeeded') && verdict.problem === undefined;
  return (
    live.touched?.size === 0 && [...live.pods.values()].every(isOver) && nextMoment(live) === Number.POSITIVE_INFINITY
  );
});

function timesOf(live: LiveCluster, object: LiveObject): readonly number[] {
  const { clock } = live;
  const refused = object.memory?.refused;
  const again = refused ? [refused.at + Math.min(2 ** refused.count, 900)] : [];
  const ends = object.deleting === undefined ? [] : [object.deleting + 5, clock + 1];
  const { kind, data } = object.resource;
  const wait = (data.spec as { readonly minReadySeconds?: unknown } | undefined)?.minReadySeconds;
  const settles = typeof wait === 'number' && wait > 0 && kind === 'Deployment' ? [clock + 1] : [];
  switch (kind) {
    case 'HorizontalPodAutoscaler':
      return [...again, ...ends, (Math.floor(clock / interval) + 1) * interval];
    case 'CronJob':
      return [...again, ...ends, (Math.floor(clock / 60) + 1) * 60];
    case 'Job': {
      if (object.memory?.job?.ended !== undefined) return again;
      const failed = podsOwnedBy(live, object.uid).filter((pod) => lookAt(pod, clock).phase === 'Failed');
      return [...again, nextTry(failed)];
    }
    default:
      return [...again, ...ends, ...settles];
  }
}

/** Lets every controller look until none has anything to do. */
export function reconcile(live: LiveCluster): LiveCluster {
  let next = sweep(live);
  for (let turn = 0; turn < mostTurns; turn++) {
    const after = turnOf(next);
    if (after.counter === next.counter && after.objects === next.objects) return after;
    next = after;
  }
  return allTouched(next);
}

function turnOf(live: LiveCluster): LiveCluster {
  const { touched } = live;
  let next = rejudged({ ...live, touched: noneTouched });
  for (const key of live.objects.keys()) {
    const object = next.objects.get(key);
    if (object && controlled.has(object.resource.kind) && mayMove(next, object, touched)) next = control(next, object);
  }
  return next;
}

/** Kinds that have a controller here. */
const controlled: ReadonlySet<string> = new Set([
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
  'HorizontalPodAutoscaler',
]);

const noneTouched: ReadonlySet<string> = new Set();

/**
 * Whether a controller may find something to do since it looked last. A Deployment and a ReplicaSet that have all they want
 * act on nothing but themselves, what they own and the time; all others look at more, and look every time.
 * @param before who had changed when this turn began; undefined for everybody
 */
function mayMove(live: LiveCluster, object: LiveObject, before: LiveCluster['touched']): boolean {
  if (!before || !live.touched) return true;
  const { touched } = live;
  const { group, kind } = object.resource;
  if (group !== 'apps' || (kind !== 'Deployment' && kind !== 'ReplicaSet')) return true;
  const isTouched = ({ uid }: LiveObject) => before.has(uid) || touched.has(uid);
  if (isTouched(object)) return true;
  return kind === 'Deployment' ? ownedBy(live, object.uid).some(isTouched) : isShort(live, object);
}

function control(live: LiveCluster, object: LiveObject): LiveCluster {
  const { group, kind } = object.resource;
  switch (`${group}/${kind}`) {
    case 'apps/Deployment':
      return controlDeployment(live, object);
    case 'apps/ReplicaSet':
      return controlReplicaSet(live, object);
    case 'apps/StatefulSet':
      return controlStatefulSet(live, object);
    case 'apps/DaemonSet':
      return controlDaemonSet(live, object);
    case 'batch/Job':
      return controlJob(live, object);
    case 'batch/CronJob':
      return oldJobs(live, object).reduce((next, job) => removeObject(next, job), controlCronJob(live, object));
    case 'autoscaling/HorizontalPodAutoscaler':
      return live.clock % interval === 0 && object.memory?.scaler?.memory.recommendations.at(-1)?.clock !== live.clock
        ? controlAutoscaler(live, object)
        : live;
    default:
      return live;
  }
}

/** Pods that wait for something are looked at again when what they wait for may have come: a Secret, room on a node, an image. */
function rejudged(live: LiveCluster): LiveCluster {
  const { judged, resources, loaded, pods } = live;
  const isSame = judged !== undefined && judged.resources === resources && judged.loaded === loaded;
  if (isSame && judged.pods === pods) return live;
  let next: LiveCluster = live;
  const hopeless = new Set<string>();
  for (const pod of pods.values()) {
    if (!isWaiting(pod, isSame)) continue;
    // Where one pod of a ReplicaSet finds no node, its like find none either.
    const family = pod.verdict.node === undefined ? pod.owner?.uid : undefined;
    if (family !== undefined && hopeless.has(family)) continue;
    const after = judgedAgain(next, pod);
    if (after === next && family !== undefined) hopeless.add(family);
    next = after;
  }
  return { ...next, judged: { resources, loaded, pods: next.pods } };
}

function isWaiting({ verdict, deleting }: LivePod, onlyForRoom: boolean): boolean {
  const isOver = verdict.ready || verdict.phase === 'Succeeded' || verdict.phase === 'Failed';
  return !deleting && !isOver && verdict.problem !== undefined && (!onlyForRoom || verdict.node === undefined);
}

function judgedAgain(live: LiveCluster, pod: LivePod): LiveCluster {
  const { verdict } = pod;
  const again = judge(live, pod);
  const isSame = again?.verdict.problem?.message === verdict.problem?.message && again?.verdict.node === verdict.node;
  return again && !isSame ? restart(live, pod, again.verdict, again.hops) : live;
}

/** The autoscalers of a cluster, for those who ask how long to wait. */
export const hasAutoscaler = (live: LiveCluster): boolean =>
  ofKind(live, 'autoscaling', 'HorizontalPodAutoscaler').length > 0;
