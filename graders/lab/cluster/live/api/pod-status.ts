import { memo } from '../../../../core/memo.ts';
import { sha256 } from '../../../../core/sha256.ts';
import { says } from '../../../../core/trace.ts';
import { hops } from '../../hops.ts';
import { nodesOf } from '../../nodes.ts';
import { list } from '../../read.ts';
import { limitsOf, requestsOf } from '../../resources.ts';
import { at, itemsOf, textAt } from '../fields.ts';
import { normalised, optionsOf } from '../images.ts';
import type { Fields, LiveCluster, LivePod } from '../live.ts';
import { type ContainerLook, lookAt } from '../look.ts';
import { podEvents } from '../pod-events.ts';
import { stamp } from '../time.ts';
import { condition } from './conditions.ts';

/** `status` of a pod. @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodStatus */
export function podStatus(live: LiveCluster, pod: LivePod): Fields {
  const look = lookAt(pod, live.clock);
  const { placed, created, readyAt, verdict } = pod;
  if (placed === undefined) return unplaced(live, pod);
  const host = hostOf(live, verdict.node);
  const started = pod.starts.flatMap((one) =>
    one.started !== undefined && one.started <= live.clock ? [one.started] : [],
  );
  const sandbox = Math.min(placed + 1, live.clock);
  const initialised = look.initContainers.every(({ state, ready, exitCode }) =>
    state === 'running' ? ready : state === 'terminated' && exitCode === 0,
  );
  const unready = [...look.containers].filter(({ ready }) => !ready).map(({ name }) => name);
  const isOver = look.phase === 'Succeeded';
  const why = isOver
    ? ['PodCompleted', undefined]
    : ['ContainersNotReady', `containers with unready status: [${unready.join(' ')}]`];
  const readiness = (type: string) =>
    look.ready ? condition(type, true, readyAt ?? sandbox) : condition(type, false, sandbox, why[0], why[1]);
  return {
    conditions: [
      condition('PodReadyToStartContainers', !isOver && live.clock > placed, sandbox),
      initialised
        ? condition('Initialized', true, started.length > 0 ? Math.min(...started) : placed)
        : condition(
            'Initialized',
            false,
            placed,
            'ContainersNotInitialized',
            `containers with incomplete status: [${look.initContainers
              .filter(({ state }) => state !== 'terminated')
              .map(({ name }) => name)
              .join(' ')}]`,
          ),
      readiness('Ready'),
      readiness('ContainersReady'),
      condition('PodScheduled', true, placed),
    ],
    ...(look.containers.length > 0 && { containerStatuses: look.containers.map((one) => containerStatus(pod, one)) }),
    hostIP: host,
    hostIPs: [{ ip: host }],
    ...(look.initContainers.length > 0 && {
      initContainerStatuses: look.initContainers.map((one) => containerStatus(pod, one)),
    }),
    phase: look.phase,
    ...(look.ip !== '' && { podIP: look.ip, podIPs: [{ ip: look.ip }] }),
    ...(look.phase === 'Failed' && look.reason !== undefined && { reason: look.reason }),
    qosClass: qosClass(pod),
    startTime: stamp(placed ?? created),
  };
}

/** The address of a node: its own where it tells it. */
function hostOf(live: LiveCluster, node: string | undefined): string {
  const written = live.resources.find(({ kind, name }) => kind === 'Node' && name === node)?.data;
  const internal = itemsOf(at(written, 'status', 'addresses')).find(({ type }) => type === 'InternalIP');
  return textAt(internal, 'address') ?? nodesOf(live.resources).find(({ name }) => name === node)?.ip ?? '';
}

function unplaced(live: LiveCluster, pod: LivePod): Fields {
  const { problem } = pod.verdict;
  const gated = says(problem, hops, 'schedulingGated');
  const message = gated
    ? 'Scheduling is blocked due to non-empty scheduling gates'
    : podEvents(pod, live.clock, optionsOf(live)).find(({ reason }) => reason === 'FailedScheduling')?.message;
  return {
    conditions: [condition('PodScheduled', false, pod.created, gated ? 'SchedulingGated' : 'Unschedulable', message)],
    phase: 'Pending',
    qosClass: qosClass(pod),
  };
}

/** The identifiers of a pod's containers and images: digests, which a loop of `kubectl get pods` asks for at every turn. */
const identifiers = memo(({ uid }: LivePod) => {
  const known = new Map<string, string>();
  const kept = (key: string, make: () => string): string => {
    const id = known.get(key) ?? make();
    if (known.size < 100) known.set(key, id);
    return id;
  };
  return {
    container: (name: string, run: number) => kept(`${name}/${run}`, () => containerId(uid, name, run)),
    image: (reference: string) => kept(`image ${reference}`, () => imageId(reference)),
  };
});

function containerStatus(pod: LivePod, one: ContainerLook): Fields {
  const { name, image, restarts, ready, last } = one;
  const ids = identifiers(pod);
  const id = ids.container(name, restarts);
  const hasRun = one.state !== 'waiting' || restarts > 0;
  const reference = normalised(image);
  return {
    ...(hasRun && { containerID: id }),
    image: hasRun ? reference : image,
    imageID: hasRun ? ids.image(reference) : '',
    lastState: last
      ? { terminated: { ...ended(last), containerID: ids.container(name, Math.max(0, restarts - 1)) } }
      : {},
    name,
    ready,
    restartCount: restarts,
    started: one.state === 'running',
    state: stateOf(one, id),
  };
}

export const containerId = (uid: string, name: string, restarts: number): string =>
  `containerd://${sha256(`${uid}/${name}/${restarts}`)}`;
export const imageId = (reference: string): string =>
  `${reference.replace(/(:[^:/]+)?(@.*)?$/, '')}@sha256:${sha256(reference)}`;

function ended(run: NonNullable<ContainerLook['last']>): Fields {
  const { exitCode, reason, startedAt, finishedAt } = run;
  return { exitCode, finishedAt: stamp(finishedAt), reason, startedAt: stamp(startedAt) };
}

function stateOf(one: ContainerLook, id: string): Fields {
  const { state, reason, exitCode = 0, startedAt, finishedAt } = one;
  if (state === 'running') return { running: { ...(startedAt !== undefined && { startedAt: stamp(startedAt) }) } };
  if (state === 'waiting')
    return { waiting: { ...(reason !== undefined && { reason: reason.replace(/^Init:/, '') }) } };
  return {
    terminated: {
      containerID: id,
      exitCode,
      ...(finishedAt !== undefined && { finishedAt: stamp(finishedAt) }),
      reason: reason ?? (exitCode === 0 ? 'Completed' : 'Error'),
      ...(startedAt !== undefined && { startedAt: stamp(startedAt) }),
    },
  };
}

/** @see https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/ */
export function qosClass({ verdict }: LivePod): 'Guaranteed' | 'Burstable' | 'BestEffort' {
  const containers = [...list(verdict.spec?.containers), ...list(verdict.spec?.initContainers)];
  const asked = containers.map((one) => ({ requests: requestsOf(one), limits: limitsOf(one) }));
  const counts = ({ cpu, memory }: { readonly cpu?: number; readonly memory?: number }) =>
    (cpu ?? 0) > 0 || (memory ?? 0) > 0;
  if (!asked.some(({ requests, limits }) => counts(requests) || counts(limits))) return 'BestEffort';
  const isGuaranteed = asked.every(({ requests, limits }) => {
    const { cpu, memory } = limits as { readonly cpu?: number; readonly memory?: number };
    const { cpu: askedCpu, memory: askedMemory } = requests as { readonly cpu?: number; readonly memory?: number };
    return cpu !== undefined && memory !== undefined && cpu === askedCpu && memory === askedMemory;
  });
  return isGuaranteed ? 'Guaranteed' : 'Burstable';
}
