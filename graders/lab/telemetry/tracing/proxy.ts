import type { Span } from '../../../core/span.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import { type Fields, fields } from '../../../model/mesh/fields.ts';
import { text } from '../../../model/workloads/values.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import { clusterDomain, type PodState } from '../../cluster/index.ts';
import type { Mesh } from '../../istio/index.ts';
import type { TracedGateway } from '../gateway.ts';
import { hops } from '../hops.ts';
import { samplingOf, type TelemetrySettings } from '../settings.ts';
import { arrives, type Collector, collectorOf } from './collector.ts';
import { type Said, type Side, type Telemetries, type TracingSpec, telemetriesOf, tracingSpec } from './telemetries.ts';

/** How the proxy of a pod traces on one side. */
export interface ProxyTracing {
  /** Its spans reach a collector. */
  readonly reports: boolean;
  /** Part of the requests without a decision from before for which it starts a sampled trace, in percent. */
  readonly percent: number;
  readonly hops: readonly Hop[];
}

/**
 * Provider and sampling of a proxy: those of the Telemetry API, else those of the mesh configuration from before it, which
 * the proxy is started with. The percentage falls through Telemetry, `defaultConfig.tracing.sampling` (or the
 * pod's annotation `proxy.istio.io/config`) and `PILOT_TRACE_SAMPLING`, which is 1.
 * @see https://istio.io/latest/docs/tasks/observability/distributed-tracing/sampling/
 */
export function proxyTracing(
  mesh: Mesh,
  settings: TelemetrySettings,
  pod: PodState | TracedGateway,
  side: Side,
): ProxyTracing {
  const trail: Hop[] = [];
  const say = (step: Hop) => void trail.push(step);
  const silent: ProxyTracing = { reports: false, percent: 0, hops: trail };
  const legacy = { ...settings.legacy, ...ownTracing(pod) };
  const workload = `${pod.namespace}/${pod.workload.name}`;
  const telemetries = telemetriesOf(mesh.state.resources, pod, settings.rootNamespace);
  const spec = tracingSpec(telemetries.reaching, side, settings);
  sayUnread(settings, telemetries, say);
  const off = turnedOff(workload, spec, settings);
  if (off) say(off);
  if (off) return silent;
  // A proxy that is given no provider falls back on the one it was started with.
  const given = spec?.provider && settings.providers.find(({ name }) => isSame(name, spec.provider?.value));
  if (spec?.provider && !given) say(unknown(spec.provider, settings));
  const collector = given ? collectorOf(given) : legacyCollector(legacy, pod.namespace, settings.at);
  if (given && !collector) {
    say(hop(hops, 'telemetry', 'noTracer', { provider: given.name }, placed(spec?.provider?.at ?? settings.at)));
  }
  if (!collector && !spec?.provider) say(missing(workload, side, spec, telemetries, settings));
  if (!collector) return silent;
  const { provider, host, port } = collector;
  say(hop(hops, 'provider', 'provider', { workload, provider, host, port }, placed(collector.at ?? settings.at)));
  if (!arrives(mesh, collector, say)) return silent;
  const set = spec?.percent?.value ?? samplingOf(legacy);
  const percent = Math.min(100, Math.max(0, set ?? settings.sampling));
  const where = placed(spec?.percent?.at ?? spec?.provider?.at ?? settings.at);
  say(hop(hops, 'sampling', set === undefined ? 'sampledByDefault' : 'sampled', { workload, percent }, where));
  return { reports: true, percent, hops: trail };
}

/** Tells of settings that nobody can read, and of Telemetry objects that an older one keeps from counting. */
function sayUnread({ unreadable, at }: TelemetrySettings, telemetries: Telemetries, say: (step: Hop) => void): void {
  if (unreadable) say(hop(hops, 'settings', 'unreadable', {}, placed(at)));
  for (const one of telemetries.outlived) {
    const [other] = telemetries.reaching.filter(({ namespace }) => namespace === one.namespace);
    const facts = { namespace: one.namespace ?? '', other: other?.name ?? '' };
    say(hop(hops, 'telemetry', 'ignoredTelemetry', facts, { resource: refOf(one), at: one.at }));
  }
}

/** What keeps a proxy from tracing at all. */
function turnedOff(workload: string, spec: TracingSpec | undefined, settings: TelemetrySettings): Hop | undefined {
  if (spec) {
    const { value: reports, at } = spec.reporting;
    return reports ? undefined : hop(hops, 'telemetry', 'reportingOff', { workload }, placed(at));
  }
  return settings.enableTracing ? undefined : hop(hops, 'telemetry', 'tracingOff', {}, placed(settings.at));
}

/** `istiod` compares names without their case (`fetchProvider` of `pilot/pkg/model/telemetry.go`). */
const isSame = (name: string, other: string | undefined) => name.toLowerCase() === other?.toLowerCase();

const placed = (at: Span | undefined) => (at ? { at } : {});

/** Why nobody gives the proxy a provider. */
function missing(
  workload: string,
  side: Side,
  spec: TracingSpec | undefined,
  { elsewhere: [elsewhere] }: Telemetries,
  { rootNamespace: root, at }: TelemetrySettings,
): Hop {
  if (spec?.otherSide) {
    const message = side === 'CLIENT' ? 'onlyServer' : 'onlyClient';
    return hop(hops, 'telemetry', message, { workload }, placed(spec.otherSide));
  }
  if (!elsewhere) return hop(hops, 'telemetry', 'noProvider', { workload }, placed(spec?.at ?? at));
  const facts = { workload, telemetry: elsewhere.name, namespace: elsewhere.namespace ?? '', root };
  return hop(hops, 'telemetry', 'elsewhere', facts, { resource: refOf(elsewhere), at: elsewhere.at });
}

/** The name of a provider that the mesh does not have. */
function unknown({ value: provider, at }: Said<string>, { providers, at: meshAt }: TelemetrySettings): Hop {
  const where = placed(at ?? meshAt);
  const known = providers.map(({ name }) => `\`${name}\``);
  return known.length === 0
    ? hop(hops, 'telemetry', 'noProviders', { provider }, where)
    : hop(hops, 'telemetry', 'unknownProvider', { provider, known }, where);
}

/** `tracing.zipkin.address`; there is none unless somebody writes it. */
function legacyCollector(tracing: Fields, from: string, at: Span | undefined): Collector | undefined {
  const address = text(fields(tracing.zipkin).address);
  if (address === undefined) return undefined;
  const [name = '', port = ''] = address.split(':');
  return { provider: 'zipkin', host: fullName(name, from), port: Number(port), sends: 'Zipkin', at };
}

/** The proxy looks this address up in the DNS, so short names work; without a namespace it is the pod's own. */
function fullName(name: string, from: string): string {
  const [service = '', namespace = from] = name.split('.');
  return name.endsWith(clusterDomain) ? name : `${service}.${namespace}.svc.${clusterDomain}`;
}

function ownTracing({ annotations }: PodState | TracedGateway): Fields {
  const written = annotations['proxy.istio.io/config'];
  if (written === undefined) return {};
  return fields(fields(parseYaml({ path: '', text: written }).documents[0]?.value).tracing);
}
