import { restartsAfter } from '../kubelet/backoff.ts';
import { list, text } from '../read.ts';
import type { ContainerState } from '../state.ts';
import type { ClusterEvent, LiveCluster, LivePod } from './live.ts';
import { podsAt } from './view.ts';

/** Seconds for which the API server keeps an event. */
const kept = 3600;

/**
 * The events there are at an instant, in the order in which they were last seen: what controllers recorded, and what the
 * scheduler and the kubelets say of each pod.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/
 */
export function eventsAt(cluster: LiveCluster, clock: number): readonly ClusterEvent[] {
  const pods = cluster.pods.filter(({ born }) => born <= clock).flatMap((pod) => eventsOf(pod, clock));
  const seen = [...cluster.recorded, ...rejections(cluster), ...pods].filter(
    ({ first, last }) => first <= clock && last > clock - kept,
  );
  return seen.sort((a, b) => a.last - b.last);
}

/** The events of one pod, by its uid. */
export function podEvents(cluster: LiveCluster, uid: string, clock: number): readonly ClusterEvent[] {
  const found = podsAt(cluster, clock).find(({ live }) => live.uid === uid);
  return found ? eventsOf(found.live, clock).filter(({ first }) => first <= clock) : [];
}

type Told = Pick<ClusterEvent, 'first' | 'type' | 'reason' | 'message' | 'source'> & Partial<ClusterEvent>;

function eventsOf(pod: LivePod, clock: number): readonly ClusterEvent[] {
  const { rest, set } = pod;
  const about = { kind: 'Pod', namespace: rest.namespace, name: rest.name };
  const told = [...placement(pod), ...(rest.node === undefined ? [] : starting(pod, clock)), ...ending(pod)];
  const mine = told.map((one): ClusterEvent => ({ last: one.first, count: 1, about, ...one }));
  return [...mine, ...(set === undefined ? [] : ofSet(pod, set))];
}

function ofSet({ rest, born, deleted }: LivePod, set: string): readonly ClusterEvent[] {
  const about = { kind: 'ReplicaSet', namespace: rest.namespace, name: set };
  const base = { count: 1, type: 'Normal' as const, about, source: 'replicaset-controller' };
  const made = { ...base, first: born, last: born, reason: 'SuccessfulCreate', message: `Created pod: ${rest.name}` };
  if (deleted === undefined) return [made];
  const gone = { first: deleted, last: deleted, reason: 'SuccessfulDelete', message: `Deleted pod: ${rest.name}` };
  return [made, { ...base, ...gone }];
}

function placement({ rest, born }: LivePod): readonly Told[] {
  const base = { first: born, source: 'default-scheduler' };
  if (rest.node === undefined) {
    return [{ ...base, type: 'Warning', reason: 'FailedScheduling', message: 'no nodes available for this pod' }];
  }
  const message = `Successfully assigned ${rest.namespace}/${rest.name} to ${rest.node}`;
  return [{ ...base, type: 'Normal', reason: 'Scheduled', message }];
}

function starting(pod: LivePod, clock: number): readonly Told[] {
  const { rest } = pod;
  const written = [...list(rest.spec?.initContainers), ...list(rest.spec?.containers)];
  const states = new Map([...rest.initContainers, ...rest.containers].map((one) => [one.name, one]));
  return written.flatMap(({ name, image }) => {
    const state = states.get(text(name) ?? '');
    return state ? ofContainer(pod, state, text(image) ?? '', clock) : [];
  });
}

const source = 'kubelet';
const normal = { type: 'Normal', source } as const;
const warning = { type: 'Warning', source } as const;

function ofContainer(pod: LivePod, state: ContainerState, image: string, clock: number): readonly Told[] {
  const { born, pulled, started } = pod;
  const { reason, name } = state;
  if (reason === 'PodInitializing') return [];
  const pulling = { ...normal, first: born, reason: 'Pulling', message: `Pulling image "${image}"` };
  if (reason === 'ImagePullBackOff' || reason === 'ErrImagePull')
    return [pulling, ...pullFailures(image, pulled, clock)];
  if (reason === 'ErrImageNeverPull') {
    const message = `Container image "${image}" is not present with pull policy of Never`;
    return [{ ...warning, first: born, reason: 'ErrImageNeverPull', message }];
  }
  if (reason === 'InvalidImageName') {
    const message = `Failed to apply default image tag "${image}": couldn't parse image name "${image}": invalid reference format`;
    return [{ ...warning, first: born, reason: 'InspectFailed', message }];
  }
  const pull = pod.pulls.find((one) => one.image === image && one.seconds > 0);
  const there = pull
    ? [
        pulling,
        {
          ...normal,
          first: pulled,
          reason: 'Pulled',
          message: `Successfully pulled image "${image}" in ${pull.seconds}s (${pull.seconds}s including waiting)`,
        },
      ]
    : [{ ...normal, first: born, reason: 'Pulled', message: `Container image "${image}" already present on machine` }];
  if (reason === 'CreateContainerConfigError' || reason === 'CreateContainerError') {
    return [...there, { ...warning, first: started, reason: 'Failed', message: `Error: ${reason}` }];
  }
  const run: readonly Told[] = [
    { ...normal, first: started - 1, reason: 'Created', message: `Container created` },
    { ...normal, first: started, reason: 'Started', message: `Container started` },
  ];
  if (reason !== 'CrashLoopBackOff')
    return [...there, ...run, ...(state.ready || state.state !== 'running' ? [] : unready(pod, clock))];
  const restarts = Math.max(1, restartsAfter(Math.max(0, clock - started)));
  const message = `Back-off restarting failed container ${name} in pod ${pod.rest.name}_${pod.rest.namespace}(${pod.uid})`;
  const backOff = {
    ...warning,
    first: started + 2,
    last: Math.max(started + 2, clock - 3),
    count: restarts,
    reason: 'BackOff',
    message,
  };
  return [...there, ...run.map((one) => ({ ...one, count: restarts, last: Math.max(one.first, clock - 5) })), backOff];
}

function pullFailures(image: string, at: number, clock: number): readonly Told[] {
  const tries = Math.max(1, restartsAfter(Math.max(0, clock - at)));
  const last = Math.max(at, clock - 4);
  const failed = `Failed to pull image "${image}": failed to pull and unpack image "${image}": failed to resolve reference "${image}": pull access denied, repository does not exist or may require authorization`;
  return [
    { ...warning, first: at, last, count: tries, reason: 'Failed', message: failed },
    { ...warning, first: at, last, count: tries, reason: 'Failed', message: 'Error: ErrImagePull' },
    { ...normal, first: at + 1, last, count: tries, reason: 'BackOff', message: `Back-off pulling image "${image}"` },
  ];
}

function unready({ rest, started }: LivePod, clock: number): readonly Told[] {
  if (rest.ready) return [];
  const count = 1 + Math.floor(Math.max(0, clock - started) / 10);
  return [
    {
      ...warning,
      first: started + 1,
      last: Math.max(started + 1, clock - 5),
      count,
      reason: 'Unhealthy',
      message: 'Readiness probe failed',
    },
  ];
}

function ending({ rest, deleted }: LivePod): readonly Told[] {
  if (deleted === undefined || rest.node === undefined) return [];
  return list(rest.spec?.containers).map(({ name }) => ({
    ...normal,
    first: deleted,
    reason: 'Killing',
    message: `Stopping container ${text(name) ?? ''}`,
  }));
}

/** Pods that admission did not let in: whoever wanted to make them says so. */
function rejections({ rejected, objects }: LiveCluster): readonly ClusterEvent[] {
  return rejected.map(({ from }) => {
    const created = objects.find(({ resource }) => resource === from)?.created ?? 0;
    const about = { kind: from.kind, namespace: from.namespace ?? 'default', name: from.name };
    const message = 'Error creating: pods are forbidden';
    return {
      first: created,
      last: created,
      count: 1,
      type: 'Warning',
      reason: 'FailedCreate',
      message,
      about,
      source: 'replicaset-controller',
    };
  });
}
