import { code } from '../../../core/code.ts';
import type { Span } from '../../../core/span.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import { text } from '../../../model/workloads/values.ts';
import { clusterDomain } from '../../cluster/index.ts';
import type { Mesh } from '../../istio/index.ts';
import { hops } from '../hops.ts';
import { numeral, type Provider } from '../settings.ts';

type Protocol = 'OTLP/gRPC' | 'OTLP/HTTP' | 'Zipkin' | 'Thrift' | 'HTTP';

/** What Jaeger, and whoever uses its ports, speaks on each; 16686 is for browsers. @see https://www.jaegertracing.io/docs/latest/architecture/apis/ */
const wellKnown: Readonly<Record<number, Protocol>> = {
  4317: 'OTLP/gRPC',
  4318: 'OTLP/HTTP',
  9411: 'Zipkin',
  14268: 'Thrift',
  16686: 'HTTP',
};

/** Where a proxy sends its spans. */
export interface Collector {
  readonly provider: string;
  /** Full host of the Service. */
  readonly host: string;
  readonly port: number;
  /** Undefined for the protocols the lab does not tell apart. */
  readonly sends: Protocol | undefined;
  readonly at: Span | undefined;
}

const tracers: readonly string[] = ['opentelemetry', 'zipkin', 'datadog', 'skywalking'];

/** @returns undefined for a provider that is no tracer */
export function collectorOf({ name, type, settings, at }: Provider): Collector | undefined {
  if (!tracers.includes(type)) return undefined;
  const written = text(settings.service) ?? '';
  return {
    provider: name,
    host: written.replace(/^[^/]*\/(?!\/)/, ''),
    port: numeral(settings.port) ?? 0,
    sends:
      type === 'zipkin'
        ? 'Zipkin'
        : type !== 'opentelemetry'
          ? undefined
          : 'http' in settings
            ? 'OTLP/HTTP'
            : 'OTLP/gRPC',
    at,
  };
}

/**
 * Whether spans sent there are taken. A provider names its Service by full host, as the service registry does.
 * @see https://istio.io/latest/docs/tasks/observability/distributed-tracing/opentelemetry/
 */
export function arrives(mesh: Mesh, { provider, host, port, sends, at }: Collector, say: (hop: Hop) => void): boolean {
  const where = at ? { at } : {};
  if (port === 0) {
    say(hop(hops, 'collector', 'unsaidPort', { provider }, where));
    return false;
  }
  const service = mesh.registry.get(host);
  if (!service) {
    const full = fullNames(mesh, host);
    if (full.length > 0) say(hop(hops, 'collector', 'shortName', { host, full }, where));
    else say(hop(hops, 'collector', 'noService', { host }, where));
    return false;
  }
  const there = { resource: refOf(service.resource), ...where };
  if (!service.ports.some(({ number }) => number === port)) {
    say(hop(hops, 'collector', 'noPort', { host, port }, there));
    return false;
  }
  const endpoints = service.endpoints(port);
  if (endpoints.length === 0 && !service.external) {
    say(hop(hops, 'collector', 'nobodyThere', { host, port }, there));
    return false;
  }
  const speaks = wellKnown[endpoints[0]?.port ?? port] ?? wellKnown[port];
  if (sends && speaks && speaks !== sends) {
    say(hop(hops, 'collector', 'wrongProtocol', { host, port, speaks, provider, sends }, there));
    return false;
  }
  return true;
}

/** Services that a name which is not whole may stand for. */
function fullNames(mesh: Mesh, host: string): readonly string[] {
  const suffix = `svc.${clusterDomain}`;
  const whole = [`${host}.istio-system.${suffix}`, `${host}.${suffix}`, host.replace(/\.svc$/, `.${suffix}`)];
  return whole.filter((name) => mesh.registry.get(name) !== undefined).map(code);
}
