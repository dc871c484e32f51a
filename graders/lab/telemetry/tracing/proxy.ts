import type { Span } from '../../../core/span.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { type Fields, fields } from '../../../model/mesh/fields.ts';
import { text } from '../../../model/workloads/values.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import { clusterDomain, type PodState } from '../../cluster/index.ts';
import type { Mesh } from '../../mesh/index.ts';
import type { TracedGateway } from '../gateway.ts';
import { hops } from '../hops.ts';
import { samplingOf, type TelemetrySettings } from '../settings.ts';
import { arrives, type Collector, collectorOf } from './collector.ts';
import { type Side, tracingSpec } from './telemetries.ts';

/** How the proxy of a pod traces on one side. */
export interface ProxyTracing {
  /** Its spans reach a collector. */
  readonly reports: boolean;
  /** Part of the requests without a decision from before for which it starts a sampled trace, in percent. */
  readonly percent: number;
  readonly hops: readonly Hop[];
}

/**
 * Provider and sampling of a proxy. The Telemetry API decides as soon as any entry is for the pod; otherwise the mesh
 * configuration from before it does. The percentage falls through Telemetry, `defaultConfig.tracing.sampling` (or the
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
  const legacy = { ...settings.legacy, ...ownTracing(pod) };
  const workload = `${pod.namespace}/${pod.workload.name}`;
  const spec = tracingSpec(mesh.state.resources, pod, side, settings);
  const where = spec?.at ? { at: spec.at } : settings.at ? { at: settings.at } : {};
  const set = spec?.percent ?? samplingOf(legacy);
  const percent = Math.min(100, Math.max(0, set ?? settings.sampling));
  const silent = (): ProxyTracing => ({ reports: false, percent: 0, hops: trail });
  if (spec && !spec.reporting) {
    say(hop(hops, 'telemetry', 'reportingOff', { workload }, where));
    return silent();
  }
  if (!spec && !settings.enableTracing) {
    say(hop(hops, 'telemetry', 'tracingOff', {}, where));
    return silent();
  }
  const collector = spec ? named(spec.provider, settings, where, workload, say) : legacyCollector(legacy, settings.at);
  if (!collector) {
    if (trail.length === 0) say(hop(hops, 'telemetry', 'noProvider', { workload }, where));
    return silent();
  }
  const { provider, host, port } = collector;
  say(
    hop(hops, 'provider', 'provider', { workload, provider, host, port }, collector.at ? { at: collector.at } : where),
  );
  if (!arrives(mesh, collector, say)) return silent();
  say(hop(hops, 'sampling', set === undefined ? 'sampledByDefault' : 'sampled', { workload, percent }, where));
  return { reports: true, percent, hops: trail };
}

function named(
  provider: string | undefined,
  { providers }: TelemetrySettings,
  where: { readonly at?: Span },
  workload: string,
  say: (hop: Hop) => void,
): Collector | undefined {
  if (provider === undefined) {
    say(hop(hops, 'telemetry', 'noProvider', { workload }, where));
    return undefined;
  }
  const found = providers.find(({ name }) => name === provider);
  if (!found) {
    const known = providers.map(({ name }) => `\`${name}\``);
    say(hop(hops, 'telemetry', 'unknownProvider', { provider, known }, where));
    return undefined;
  }
  const collector = collectorOf(found);
  if (!collector) say(hop(hops, 'telemetry', 'noTracer', { provider }, where));
  return collector;
}

/** `tracing.zipkin.address`; there is none unless somebody writes it. */
function legacyCollector(tracing: Fields, at: Span | undefined): Collector | undefined {
  const address = text(fields(tracing.zipkin).address);
  if (address === undefined) return undefined;
  const [name = '', port = ''] = address.split(':');
  return { provider: 'zipkin', host: fullName(name), port: Number(port), sends: 'Zipkin', at };
}

/** The proxy looks this address up in the DNS, so short names work; without a namespace it is the pod's own. */
function fullName(name: string): string {
  const [service = '', namespace = 'istio-system'] = name.split('.');
  return name.endsWith(clusterDomain) ? name : `${service}.${namespace}.svc.${clusterDomain}`;
}

function ownTracing({ annotations }: PodState | TracedGateway): Fields {
  const written = annotations['proxy.istio.io/config'];
  if (written === undefined) return {};
  return fields(fields(parseYaml({ path: '', text: written }).documents[0]?.value).tracing);
}
