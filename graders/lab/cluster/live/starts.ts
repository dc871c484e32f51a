import type { IContainer, IProbe } from 'kubernetes-models/v1';
import { says } from '../../../core/trace.ts';
import { pull } from '../../image/index.ts';
import { hops } from '../hops.ts';
import { isSidecar } from '../kubelet/sidecar.ts';
import { fnv } from '../names.ts';
import { integer, list, text } from '../read.ts';
import type { SettleOptions } from '../settle.ts';
import type { ContainerState, PodState } from '../state.ts';
import type { ContainerStart } from './live.ts';

/** The start of a pod's containers, laid out in time. */
export interface Starts {
  readonly starts: readonly ContainerStart[];
  readonly readyAt?: number;
}

/** Seconds until the sandbox of a pod and its network are there. */
const sandbox = 1;
/** Seconds a process runs that ends by itself, or that fails at once. */
const run = 1;

/**
 * Lays out in time how the containers of a pod start: the kubelet pulls one image after the other, init containers run in
 * order, and a container without probes is ready when its process runs.
 * @param from when the pod got its node, in simulated seconds
 * @param present since when the node has an image; somebody may be pulling it still
 */
export function startsOf(
  pod: PodState,
  from: number,
  present: (image: string) => number | undefined,
  options: SettleOptions,
): Starts {
  const { spec } = pod;
  const [inits, mains] = [list(spec?.initContainers), list(spec?.containers)];
  if (pod.reason !== undefined && pod.phase === 'Pending') return { starts: [] };
  const starts: ContainerStart[] = [];
  const seen = new Set<string>();
  let clock = from + sandbox;
  const begin = (container: IContainer, init: boolean, state: ContainerState | undefined): ContainerStart => {
    const image = text(container.image) ?? '';
    const base = { name: text(container.name) ?? '', init, image };
    const waits =
      state?.state === 'waiting' && state.reason !== 'CrashLoopBackOff' && state.reason !== 'Init:CrashLoopBackOff';
    if (state?.reason === 'PodInitializing') return base;
    const since = present(image);
    const fetched = (since !== undefined && since <= clock) || seen.has(image) || isLoaded(image, options);
    const pulls = !fetched && !(waits && /InvalidImageName|NeverPull/.test(state?.reason ?? ''));
    const pullFrom = pulls ? { pullFrom: clock } : {};
    if (waits && /ImagePull|InvalidImage|NeverPull/.test(state?.reason ?? ''))
      return { ...base, ...pullFrom, stuck: clock + 1 };
    if (pulls) clock = since ?? clock + pullSeconds(image, options);
    seen.add(image);
    if (waits) return { ...base, ...pullFrom, stuck: clock };
    return { ...base, ...pullFrom, started: clock };
  };
  for (const [index, container] of inits.entries()) {
    const state = pod.initContainers[index];
    const start = begin(container, true, state);
    const { started } = start;
    if (started === undefined) {
      starts.push(start);
      continue;
    }
    if (isSidecar(container)) {
      starts.push(start);
      clock = started + delayOf(container.startupProbe);
    } else if (state?.reason === 'Init:CrashLoopBackOff') starts.push({ ...start, fails: run });
    else if (state?.state === 'running') starts.push(start);
    else {
      clock = started + run;
      starts.push({ ...start, ended: clock });
    }
  }
  let ready = clock;
  for (const [index, container] of mains.entries()) {
    const state = pod.containers[index];
    const start = begin(container, false, state);
    const { started } = start;
    if (started === undefined) starts.push(start);
    else if (state?.reason === 'CrashLoopBackOff') starts.push({ ...start, fails: failsAfter(pod, container) });
    else if (state?.state === 'terminated') starts.push({ ...start, ended: started + run });
    else {
      starts.push(start);
      ready = Math.max(ready, started + readySeconds(container));
    }
  }
  return pod.ready ? { starts, readyAt: ready } : { starts };
}

/** Whether an image was put on the nodes without a registry. */
function isLoaded(image: string, { images = pull, onNode }: SettleOptions): boolean {
  const pulled = images(image);
  return pulled.ok && (pulled.image.loaded === true || onNode?.(pulled.image) === true);
}

/** Seconds a node takes to download an image: larger ones longer, the same on every run. */
export function pullSeconds(image: string, { images = pull }: SettleOptions): number {
  const pulled = images(image);
  const size = pulled.ok ? pulled.image.size : 50;
  return 1 + Math.min(40, Math.round(size / 60)) + (fnv(image) % 2);
}

/** A process that a probe kills runs until the probe has failed often enough; any other fails at once. */
function failsAfter(pod: PodState, container: IContainer): number {
  const byProbe = says(pod.problem, hops, 'probeRefused', 'probeStatus', 'probeCommand', 'probeProtocol', 'probeHost');
  if (!byProbe) return run;
  const probe = pod.problem?.data.probe === 'startupProbe' ? container.startupProbe : container.livenessProbe;
  const period = integer(probe?.periodSeconds) ?? 10;
  return Math.max(run, delayOf(probe) + period * Math.max(1, integer(probe?.failureThreshold) ?? 3));
}

function readySeconds(container: IContainer): number {
  const { readinessProbe, startupProbe } = container;
  const until = Math.max(probeSeconds(startupProbe), probeSeconds(readinessProbe));
  const again = (integer(readinessProbe?.successThreshold) ?? 1) - 1;
  return until + Math.max(0, again) * (integer(readinessProbe?.periodSeconds) ?? 10);
}

const probeSeconds = (probe: IProbe | undefined): number => (probe ? Math.max(1, delayOf(probe)) : 0);
const delayOf = (probe: IProbe | undefined): number => Math.max(0, integer(probe?.initialDelaySeconds) ?? 0);
