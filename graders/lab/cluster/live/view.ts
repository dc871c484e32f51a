import { restartsAfter } from '../kubelet/backoff.ts';
import { nodesOf } from '../nodes.ts';
import type { ClusterState, ContainerState, PodState } from '../state.ts';
import type { LiveCluster, LivePod } from './live.ts';

/** A pod as somebody sees it at one instant. */
export interface PodView {
  readonly pod: PodState;
  readonly live: LivePod;
  /** It was deleted and its processes are ending. */
  readonly terminating: boolean;
}

/** The pods there are at an instant, those that are ending too, in the order in which they were made. */
export function podsAt(cluster: LiveCluster, clock: number): readonly PodView[] {
  return cluster.pods
    .filter(({ born, gone }) => born <= clock && (gone === undefined || gone > clock))
    .map((live) => ({
      live,
      pod: podAt(live, clock),
      terminating: live.deleted !== undefined && live.deleted <= clock,
    }));
}

/** The cluster at an instant, for whatever asks for a state: a pod that is ending takes no more requests and is left out. */
export function stateAt(cluster: LiveCluster, clock: number): ClusterState {
  const resources = cluster.objects.map(({ resource }) => resource);
  const pods = podsAt(cluster, clock).filter(({ terminating }) => !terminating);
  return {
    clock,
    resources,
    nodes: nodesOf(resources),
    pods: pods.map(({ pod }) => pod),
    rejected: cluster.rejected,
  };
}

/** When something changes next by itself; undefined when everything is at rest. */
export function nextChange(cluster: LiveCluster, clock: number): number | undefined {
  const times = cluster.pods.flatMap(({ born, pulled, started, ready, deleted, gone }) => [
    born,
    pulled,
    started,
    ready,
    deleted ?? 0,
    gone ?? 0,
  ]);
  const later = times.filter((time) => time > clock && Number.isFinite(time));
  return later.length === 0 ? undefined : later.reduce((a, b) => Math.min(a, b));
}

function podAt(live: LivePod, clock: number): PodState {
  const { rest, pulled, started, ready } = live;
  if (rest.node === undefined || clock >= ready) return rest;
  if (clock < started) return clock < pulled || rest.ready ? creating(rest) : early(rest, clock - pulled);
  if (rest.ready) return { ...rest, ready: false, containers: rest.containers.map(unready) };
  return early(rest, clock - started);
}

/** Its sandbox is being made and its images are being pulled. */
function creating(pod: PodState): PodState {
  const reason = pod.initContainers.length > 0 ? 'PodInitializing' : 'ContainerCreating';
  const { problem: _, because: __, reason: ___, ...known } = pod;
  return {
    ...known,
    phase: 'Pending',
    ready: false,
    ip: pod.spec?.hostNetwork === true ? pod.ip : '',
    containers: pod.containers.map((one) => waiting(one, reason)),
    initContainers: pod.initContainers.map((one) => waiting(one, reason)),
  };
}

function waiting({ exitCode: _, ...container }: ContainerState, reason: string): ContainerState {
  return { ...container, state: 'waiting', reason, ready: false, restarts: 0, listens: [] };
}

const unready = (container: ContainerState): ContainerState => ({ ...container, ready: false });

/** Seconds before the kubelet says that it waits: until then it tells the error itself. */
const firstTry = 2;

/** A pod that comes to no good, before its reasons have had the time to show. */
function early(rest: PodState, seconds: number): PodState {
  const at = (container: ContainerState): ContainerState => {
    if (container.reason === 'ImagePullBackOff' && seconds < firstTry) return { ...container, reason: 'ErrImagePull' };
    if (container.reason !== 'CrashLoopBackOff') return container;
    const restarts = restartsAfter(seconds);
    if (seconds >= firstTry) return { ...container, restarts };
    return { ...container, state: 'terminated', reason: container.exitCode === 0 ? 'Completed' : 'Error', restarts };
  };
  return { ...rest, containers: rest.containers.map(at), initContainers: rest.initContainers.map(at) };
}
