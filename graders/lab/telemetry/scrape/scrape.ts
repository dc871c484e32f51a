import type { Span } from '../../../core/span.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import type { PodState } from '../../cluster/index.ts';
import { type Mesh, serverMode } from '../../istio/index.ts';
import { hops } from '../hops.ts';
import { settingsOf } from '../settings.ts';

/** What Prometheus gets from a pod. */
export interface Scraped {
  /** The metrics of the proxy (`istio_…`). */
  readonly proxy: boolean;
  /** Where in the pod something else than the proxy is asked for metrics, by Prometheus or by the agent. */
  readonly app: { readonly port: number; readonly path: string } | undefined;
  readonly hops: readonly Hop[];
}

const agentPort = 15020;
const envoyPort = 15090;
const path = '/stats/prometheus';

/**
 * What a Prometheus outside the mesh gets from a pod when it discovers its targets by annotations, as the one of the Istio
 * addons does. With merging, the injector points them at the agent, which neither the proxy's ports nor STRICT stand in
 * the way of; without it, the pod is asked where its own annotations say, in plaintext.
 * @see https://istio.io/latest/docs/ops/integrations/prometheus/
 */
export function scrape(mesh: Mesh, pod: PodState): Scraped {
  const trail: Hop[] = [];
  const workload = `${pod.namespace}/${pod.workload.name}`;
  const say = (step: Hop) => void trail.push(step);
  const where = { resource: refOf(pod.from), at: annotationsSpan(pod) };
  const none = (): Scraped => ({ proxy: false, app: undefined, hops: trail });
  const meshed = mesh.hasSidecar(pod);
  const announced = annotated(pod);
  const { scrape: asks, port: ownPort, path: ownPath = '/metrics' } = announced;
  if (!meshed) say(hop(hops, 'proxy', 'noProxy', { workload }, where));
  // The node proxies of ambient mode carry their own annotations.
  if (mesh.isAmbient(pod) && asks !== 'true') return { proxy: true, app: undefined, hops: trail };

  // Who names the agent's port has had the annotations of the injector, or wants no others.
  const merging = meshed && ownPort !== String(agentPort) && merges(mesh, pod, say);
  if (merging) {
    say(hop(hops, 'scrape', 'merged', {}, where));
    say(hop(hops, 'scrape', 'scraped', { port: agentPort, path, workload }, where));
    const own = { port: Number(ownPort ?? 80), path: ownPath };
    const announces = Object.values(announced).some((one) => one !== undefined);
    return { proxy: true, app: announces ? own : undefined, hops: trail };
  }
  if (asks !== 'true') {
    say(hop(hops, 'scrape', 'notAsked', {}, where));
    return none();
  }
  const port = Number(ownPort ?? firstPort(pod));
  if (meshed && (port === agentPort || port === envoyPort)) {
    if (ownPath === path) say(hop(hops, 'scrape', 'scraped', { port, path, workload }, where));
    else {
      const at = announcedAt(pod, named(pod, 'path') ? 'path' : 'port');
      say(hop(hops, 'scrape', 'wrongPath', { port, path: ownPath }, { ...where, at }));
    }
    return { proxy: ownPath === path, app: undefined, hops: trail };
  }
  if (!listens(pod, port)) {
    say(hop(hops, 'scrape', 'closedPort', { port }, { ...where, at: announcedAt(pod, 'port') }));
    return none();
  }
  const { mode } = serverMode(mesh.peerAuthentications, pod, port);
  if ((meshed || mesh.isAmbient(pod)) && mode === 'STRICT' && !isExcluded(pod, port)) {
    say(hop(hops, 'scrape', 'refusedPlaintext', { port, workload }, where));
    return none();
  }
  say(hop(hops, 'scrape', 'scraped', { port, path: ownPath, workload }, where));
  return { proxy: mesh.isAmbient(pod), app: { port, path: ownPath }, hops: trail };
}

/** Merging is on unless the pod, or else the mesh, turns it off, or the pod asks not to be scraped at all. */
function merges(mesh: Mesh, pod: PodState, say: (hop: Hop) => void): boolean {
  const where = { resource: refOf(pod.from), at: annotationsSpan(pod) };
  const wish = pod.annotations['prometheus.istio.io/merge-metrics'];
  if (isFalse(annotated(pod).scrape)) return false;
  if (isTrue(wish)) return true;
  if (isFalse(wish)) {
    say(hop(hops, 'merge', 'optedOut', {}, where));
    return false;
  }
  const { mergeMetrics, at } = settingsOf(mesh.state.resources);
  if (!mergeMetrics) say(hop(hops, 'merge', 'mergeOff', {}, at ? { at } : {}));
  return mergeMetrics;
}

/** What the pod's annotations say of its metrics; `prometheus.io/port` may be written `prometheus.io.port` as well. */
function annotated(pod: PodState) {
  return { scrape: named(pod, 'scrape')?.[1], port: named(pod, 'port')?.[1], path: named(pod, 'path')?.[1] };
}

const named = ({ annotations }: PodState, last: string) =>
  Object.entries(annotations).find(([name]) => name.replace(/\W/g, '_') === `prometheus_io_${last}`);

function annotationsSpan({ from }: PodState, ...name: readonly string[]) {
  return from.kind === 'Pod'
    ? fieldSpan(from, 'metadata', 'annotations', ...name)
    : fieldSpan(from, 'spec', 'template', 'metadata', 'annotations', ...name);
}

/** Where a pod says at which port or under which path its metrics are; all of its annotations where it says neither. */
export function announcedAt(pod: PodState, what: 'port' | 'path'): Span {
  const name = named(pod, what)?.[0];
  return annotationsSpan(pod, ...(name === undefined ? [] : [name]));
}

function firstPort(pod: PodState): number {
  const [port] =
    pod.spec?.containers?.flatMap(({ ports }) => ports?.map(({ containerPort }) => containerPort) ?? []) ?? [];
  return port ?? 80;
}

function listens({ containers }: PodState, port: number): boolean {
  return containers.some((one) => one.listens === 'any' || one.listens.includes(port));
}

function isExcluded({ annotations }: PodState, port: number): boolean {
  const excluded = annotations['traffic.sidecar.istio.io/excludeInboundPorts'] ?? '';
  return excluded.split(',').some((one) => one.trim() === String(port));
}

// As Go reads a boolean.
const isTrue = (text: string | undefined): boolean => /^(?:1|t|true)$/i.test(text ?? '');
const isFalse = (text: string | undefined): boolean => /^(?:0|f|false)$/i.test(text ?? '');
