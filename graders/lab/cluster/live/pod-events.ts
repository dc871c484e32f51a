import { own } from '../../../core/own.ts';
import { type Hop, says } from '../../../core/trace.ts';
import { pull } from '../../image/index.ts';
import { hops } from '../hops.ts';
import { fnv } from '../names.ts';
import { integer, list } from '../read.ts';
import type { SettleOptions } from '../settle.ts';
import { lookAtCrash } from './crash.ts';
import type { ContainerStart, LiveEvent, LivePod } from './live.ts';

type Happened = Pick<LiveEvent, 'type' | 'reason' | 'message' | 'from'> & {
  readonly first: number;
  readonly last?: number;
  readonly count?: number;
  readonly container?: ContainerStart;
};

/**
 * What happened to a pod until a moment, in the words of the scheduler and the kubelet.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/kubelet/images/image_manager.go
 */
export function podEvents(pod: LivePod, clock: number, options: SettleOptions): readonly LiveEvent[] {
  const { verdict, placed, created, deleting } = pod;
  const events: Happened[] = [];
  if (placed === undefined) events.push(...unscheduled(pod, clock));
  else {
    const message = `Successfully assigned ${verdict.namespace}/${verdict.name} to ${verdict.node}`;
    events.push({ type: 'Normal', reason: 'Scheduled', message, from: 'default-scheduler', first: placed });
    if (pod.starts.length === 0 && verdict.reason !== undefined) events.push(...unmounted(pod, clock));
    for (const start of pod.starts) events.push(...ofContainer(pod, start, clock, options));
    events.push(...ofProbe(pod, clock));
  }
  if (deleting) {
    for (const start of pod.starts) {
      if (start.started === undefined || start.started > deleting.at || start.ended !== undefined) continue;
      const message = `Stopping container ${start.name}`;
      events.push({
        type: 'Normal',
        reason: 'Killing',
        message,
        from: 'kubelet',
        first: deleting.at,
        container: start,
      });
    }
  }
  return events
    .filter(({ first }) => first <= clock)
    .map(({ container, first, last = first, count = 1, ...event }) => ({
      ...event,
      namespace: verdict.namespace,
      about: { kind: 'Pod', name: verdict.name, uid: pod.uid, ...(container && { field: fieldOf(container) }) },
      first: Math.max(first, created),
      last: Math.max(last, first),
      count,
      ...(event.from === 'kubelet' && verdict.node !== undefined && { host: verdict.node }),
    }));
}

const fieldOf = ({ init, name }: ContainerStart): string => `spec.${init ? 'initContainers' : 'containers'}{${name}}`;

function unscheduled({ verdict, created }: LivePod, clock: number): readonly Happened[] {
  const { problem } = verdict;
  if (!problem || says(problem, hops, 'schedulingGated')) return [];
  const last = created + Math.floor((clock - created) / 300) * 300;
  const message = schedulerSays(problem);
  return [
    { type: 'Warning', reason: 'FailedScheduling', message, from: 'default-scheduler', first: created, last, count: 1 },
  ];
}

/** @see https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/scheduler/framework/types.go (`FitError`) */
function schedulerSays({ data }: Hop): string {
  const reasons = (Array.isArray(data.reasons) ? data.reasons : []).map((one) => String(one).replaceAll('`', ''));
  const nodes = reasons.reduce((sum, one) => sum + (Number.parseInt(one, 10) || 0), 0);
  if (reasons.length === 0) return 'no nodes available to schedule pods';
  const total = `0/${nodes} nodes are available`;
  const help = reasons.some((one) => one.includes('Insufficient'))
    ? `${nodes} No preemption victims found for incoming pod`
    : `${nodes} Preemption is not helpful for scheduling`;
  return `${total}: ${reasons.sort().join(', ')}. no new claims to deallocate, preemption: ${total}: ${help}.`;
}

function unmounted({ verdict, placed = 0 }: LivePod, clock: number): readonly Happened[] {
  const { data } = verdict.problem ?? { data: {} };
  const kind = String(own(data, 'kind') ?? '').toLowerCase();
  const volume = String(own(data, 'volume') ?? '');
  const missing =
    own(data, 'key') !== undefined
      ? `references non-existent config key: ${String(own(data, 'key'))}`
      : `${kind} "${String(own(data, 'name') ?? '')}" not found`;
  const message = `MountVolume.SetUp failed for volume "${volume}" : ${missing}`;
  const { last, count } = repeats(clock - placed, 122);
  return [
    { type: 'Warning', reason: 'FailedMount', message, from: 'kubelet', first: placed, last: placed + last, count },
  ];
}

/** How often the kubelet has tried something, waiting twice as long each time. */
function repeats(elapsed: number, longest: number): { readonly last: number; readonly count: number } {
  let last = 0;
  let count = 1;
  for (let wait = 1; last + wait <= elapsed && count < 1000; wait = Math.min(wait * 2, longest)) {
    last += wait;
    count++;
  }
  return { last, count };
}

function ofContainer(pod: LivePod, start: ContainerStart, clock: number, options: SettleOptions): readonly Happened[] {
  const { image, pullFrom, started, stuck, fails } = start;
  const kubelet = { from: 'kubelet', container: start } as const;
  const events: Happened[] = [];
  if (pullFrom !== undefined) {
    events.push({
      ...kubelet,
      type: 'Normal',
      reason: 'Pulling',
      message: `Pulling image "${image}"`,
      first: pullFrom,
    });
  }
  if (stuck !== undefined) return [...events, ...failing(pod, start, stuck, clock, options)];
  if (started === undefined) return events;
  if (pullFrom === undefined) {
    const message = `Container image "${image}" already present on machine and can be accessed by the pod`;
    events.push({ ...kubelet, type: 'Normal', reason: 'Pulled', message, first: started });
  } else
    events.push({
      ...kubelet,
      type: 'Normal',
      reason: 'Pulled',
      message: pulledText(image, started - pullFrom, options),
      first: started,
    });
  const again = fails === undefined ? undefined : lookAtCrash(Math.max(0, clock - started), fails);
  const runs = { first: started, last: started + (again?.began ?? 0), count: (again?.restarts ?? 0) + 1 };
  events.push({ ...kubelet, type: 'Normal', reason: 'Created', message: 'Container created', ...runs });
  events.push({ ...kubelet, type: 'Normal', reason: 'Started', message: 'Container started', ...runs });
  if (fails !== undefined && again && again.restarts > 0 && again.state !== 'running') {
    const { name, namespace } = pod.verdict;
    const message = `Back-off restarting failed container ${start.name} in pod ${name}_${namespace}(${pod.uid})`;
    const first = started + fails * 2 + 1;
    events.push({
      ...kubelet,
      type: 'Warning',
      reason: 'BackOff',
      message,
      first,
      last: Math.max(first, clock),
      count: again.restarts,
    });
  }
  return events;
}

function pulledText(image: string, took: number, options: SettleOptions): string {
  const pulled = (options.images ?? pull)(image);
  const bytes = (pulled.ok ? pulled.image.size : 50) * 1_000_000 + (fnv(image) % 1_000_000);
  const seconds = Math.max(0, took - 1) + (1 + (fnv(`${image}s`) % 999)) / 1000;
  return `Successfully pulled image "${image}" in ${seconds.toFixed(3)}s (${seconds.toFixed(3)}s including waiting). Image size: ${bytes} bytes.`;
}

function failing(
  pod: LivePod,
  start: ContainerStart,
  stuck: number,
  clock: number,
  options: SettleOptions,
): readonly Happened[] {
  const { verdict } = pod;
  const states = start.init ? verdict.initContainers : verdict.containers;
  const reason = (states.find(({ name }) => name === start.name)?.reason ?? '').replace(/^Init:/, '');
  const kubelet = { from: 'kubelet', container: start, type: 'Warning' } as const;
  const { last, count } = repeats(Math.floor((clock - stuck) / 10), 30);
  const times = { first: stuck, last: stuck + last * 10, count };
  const { image } = start;
  switch (reason) {
    case 'ImagePullBackOff': {
      const events: Happened[] = [
        {
          ...kubelet,
          reason: 'Failed',
          message: `Failed to pull image "${image}": ${pullError(image, options)}`,
          ...times,
        },
        { ...kubelet, reason: 'Failed', message: 'Error: ErrImagePull', ...times },
      ];
      const waits = {
        first: stuck + 12,
        last: Math.max(stuck + 12, clock),
        count: 1 + Math.floor(Math.max(0, clock - stuck - 12) / 14),
      };
      return [
        ...events,
        { ...kubelet, type: 'Normal', reason: 'BackOff', message: `Back-off pulling image "${image}"`, ...waits },
        { ...kubelet, reason: 'Failed', message: 'Error: ImagePullBackOff', ...waits },
      ];
    }
    case 'InvalidImageName': {
      const message = `Failed to apply default image tag "${image}": couldn't parse image name "${image}": invalid reference format`;
      return [
        { ...kubelet, reason: 'InspectFailed', message, ...times },
        { ...kubelet, reason: 'Failed', message: 'Error: InvalidImageName', ...times },
      ];
    }
    case 'ErrImageNeverPull':
      return [
        {
          ...kubelet,
          reason: 'ErrImageNeverPull',
          message: `Container image "${image}" is not present with pull policy of Never`,
          ...times,
        },
        { ...kubelet, reason: 'Failed', message: 'Error: ErrImageNeverPull', ...times },
      ];
    default: {
      const pulled: Happened = {
        ...kubelet,
        type: 'Normal',
        reason: 'Pulled',
        message: `Container image "${image}" already present on machine and can be accessed by the pod`,
        ...times,
      };
      return [pulled, { ...kubelet, reason: 'Failed', message: `Error: ${configError(pod)}`, ...times }];
    }
  }
}

function pullError(image: string, { images = pull }: SettleOptions): string {
  const pulled = images(image);
  const reference = !pulled.ok && pulled.reason !== 'invalid-reference' ? pulled.reference : image;
  const place = `failed to pull and unpack image "${reference}": failed to resolve reference "${reference}"`;
  if (!pulled.ok && pulled.reason === 'unknown-tag')
    return `rpc error: code = NotFound desc = ${place}: ${reference}: not found`;
  return `${place}: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed`;
}

/** Why a container could not be created, in the kubelet's words where it has its own. */
function configError({ verdict }: LivePod): string {
  const { problem } = verdict;
  const data = problem?.data ?? {};
  const kind = String(own(data, 'kind') ?? '').toLowerCase();
  if (says(problem, hops, 'objectMissing')) return `${kind} "${String(own(data, 'name'))}" not found`;
  if (says(problem, hops, 'keyMissing')) {
    const holder = `${String(own(data, 'kind'))} ${verdict.namespace}/${String(own(data, 'name'))}`;
    return `couldn't find key ${String(own(data, 'key'))} in ${holder}`;
  }
  if (says(problem, hops, 'runsAsRoot')) return 'container has runAsNonRoot and image will run as root';
  if (says(problem, hops, 'userNotNumeric'))
    return 'container has runAsNonRoot and image has non-numeric user, cannot verify user is non-root';
  if (says(problem, hops, 'programMissing', 'programRefused')) {
    const why = says(problem, hops, 'programMissing') ? 'executable file not found in $PATH' : 'permission denied';
    return `failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "${String(own(data, 'program'))}": ${why}`;
  }
  if (says(problem, hops, 'noCommand')) return 'no command specified';
  return 'container could not be created';
}

const probeWords: Readonly<Record<string, string>> = {
  readinessProbe: 'Readiness',
  livenessProbe: 'Liveness',
  startupProbe: 'Startup',
};

/** @see https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/kubelet/prober/prober.go */
function ofProbe(pod: LivePod, clock: number): readonly Happened[] {
  const { problem } = pod.verdict;
  const failed = probeFailure(problem, pod);
  if (!problem || !failed) return [];
  const start = pod.starts.find((one) => !one.init && one.name === problem.data.container);
  const written = list(pod.verdict.spec?.containers).find(({ name }) => name === problem.data.container);
  const name = String(problem.data.probe);
  const probe =
    name === 'readinessProbe'
      ? written?.readinessProbe
      : name === 'startupProbe'
        ? written?.startupProbe
        : written?.livenessProbe;
  if (!start || start.started === undefined) return [];
  const period = Math.max(1, integer(probe?.periodSeconds) ?? 10);
  const first = start.started + Math.max(1, integer(probe?.initialDelaySeconds) ?? 0);
  const count = 1 + Math.floor(Math.max(0, clock - first) / period);
  const kubelet = { from: 'kubelet', container: start } as const;
  const message = `${own(probeWords, name) ?? 'Readiness'} probe failed: ${failed}`;
  const events: Happened[] = [
    { ...kubelet, type: 'Warning', reason: 'Unhealthy', message, first, last: first + (count - 1) * period, count },
  ];
  if (start.fails !== undefined) {
    const killed = start.started + start.fails;
    const kind = name === 'startupProbe' ? 'startup' : 'liveness';
    const again = lookAtCrash(Math.max(0, clock - start.started), start.fails);
    const last = Math.max(killed, start.started + (again.ended ?? start.fails));
    events.push({
      ...kubelet,
      type: 'Normal',
      reason: 'Killing',
      message: `Container ${start.name} failed ${kind} probe, will be restarted`,
      first: killed,
      last,
      count: Math.max(1, again.restarts),
    });
  }
  return events;
}

/** What the kubelet says about a failing probe; undefined where the problem is another. */
export function probeFailure(problem: Hop | undefined, { verdict }: Pick<LivePod, 'verdict'>): string | undefined {
  const data = problem?.data ?? {};
  const address = `${verdict.ip}:${String(own(data, 'port'))}`;
  if (says(problem, hops, 'probeStatus')) return `HTTP probe failed with statuscode: ${String(own(data, 'status'))}`;
  if (says(problem, hops, 'probeRefused')) return `dial tcp ${address}: connect: connection refused`;
  if (says(problem, hops, 'probeCommand')) return '';
  if (says(problem, hops, 'probeProtocol'))
    return `Get "https://${address}/": http: server gave HTTP response to HTTPS client`;
  if (says(problem, hops, 'probeHost')) return 'dial tcp: connect: connection refused';
  return undefined;
}
