import { lazy } from '../../../core/lazy.ts';
import type { Mesh } from '../../mesh/index.ts';
import type { Flow } from '../flow.ts';
import { type Exchange, exchangesOf, type Observer } from './exchange.ts';
import { pastOf, type Series } from './series.ts';
import { labelsOf } from './workload.ts';

/** Upper bounds of the buckets of Envoy's histograms. @see https://www.envoyproxy.io/docs/envoy/latest/operations/stats_overview */
const bounds: readonly number[] = [
  0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 300_000, 600_000, 1_800_000,
  3_600_000,
];

/** Bytes of a request and of its answer, where nothing says otherwise. */
const sizes = { istio_request_bytes: 400, istio_response_bytes: 2000 } as const;

interface Growth {
  readonly labels: Readonly<Record<string, string>>;
  readonly perSecond: number;
}

/**
 * The series that the proxies on both sides of some traffic expose. A request between two sidecars is counted twice: by
 * the client's proxy (`reporter="source"`) and by the server's (`reporter="destination"`). HTTP gives requests,
 * durations and sizes; plain TCP and the node proxies of ambient mode give connections and bytes, with no status.
 * @see https://istio.io/latest/docs/reference/config/metrics/
 */
export function seriesOf(mesh: Mesh, flows: readonly Flow[]): readonly Series[] {
  return seriesIn(flows.flatMap((flow) => exchangesOf(mesh, flow)));
}

export function seriesIn(exchanges: readonly Exchange[]): readonly Series[] {
  const merged = new Map<string, Series>();
  for (const exchange of exchanges) {
    for (const [reporter, proxies] of [
      ['source', exchange.sourceProxies],
      ['destination', exchange.destinationProxies],
    ] as const) {
      const asHttp = lazy(() => httpOf(exchange, reporter));
      const asTcp = lazy(() => tcpOf(exchange, reporter));
      for (const proxy of proxies) {
        const growths = exchange.http && !proxy.ambient ? asHttp() : asTcp();
        for (const growth of growths) addTo(merged, growth, proxy, proxies.length);
      }
    }
  }
  return [...merged.values()];
}

/** Prometheus adds where it got a series; the pods of a workload share its traffic. */
function addTo(merged: Map<string, Series>, { labels, perSecond }: Growth, proxy: Observer, proxies: number): void {
  const { namespace, name, pod } = proxy;
  const own = { ...labels, job: 'kubernetes-pods', namespace, pod: name };
  const key = JSON.stringify(own);
  const before = merged.get(key);
  merged.set(key, {
    labels: own,
    base: before?.base ?? pastOf(key),
    perSecond: (before?.perSecond ?? 0) + perSecond / proxies,
    ...(pod && { pod }),
  });
}

type Reporter = 'source' | 'destination';

function common(exchange: Exchange, reporter: Reporter): Record<string, string> {
  const { source, destination, host, service, serviceNamespace, tls } = exchange;
  const mutual = tls === 'mutual';
  return {
    reporter,
    ...labelsOf('source', source, mutual),
    ...labelsOf('destination', destination, mutual),
    destination_service: host || 'unknown',
    destination_service_name: service,
    destination_service_namespace: serviceNamespace,
    response_flags: exchange.flags,
    connection_security_policy: reporter === 'source' ? 'unknown' : mutual ? 'mutual_tls' : 'none',
  };
}

function httpOf(exchange: Exchange, reporter: Reporter): readonly Growth[] {
  const { perSecond, durations, grpc, status } = exchange;
  const labels = {
    ...common(exchange, reporter),
    request_protocol: grpc ? 'grpc' : 'http',
    response_code: String(status),
    grpc_response_status: grpc ? '0' : '',
  };
  const messages = grpc ? ['istio_request_messages_total', 'istio_response_messages_total'] : [];
  return [
    ...['istio_requests_total', ...messages].map((name) => ({ labels: { __name__: name, ...labels }, perSecond })),
    ...histogram('istio_request_duration_milliseconds', labels, perSecond, durations),
    ...Object.entries(sizes).flatMap(([name, bytes]) => histogram(name, labels, perSecond, { [bytes]: 1 })),
  ];
}

/** @param values part of the observations, from 0 to 1, by their value */
function histogram(
  name: string,
  labels: Readonly<Record<string, string>>,
  perSecond: number,
  values: Readonly<Record<string, number>>,
): readonly Growth[] {
  const shares = Object.entries(values).map(([value, share]) => ({ value: Number(value), share }));
  const upTo = (bound: number) =>
    shares.filter(({ value }) => value <= bound).reduce((sum, { share }) => sum + share, 0);
  const mean = shares.reduce((sum, { value, share }) => sum + value * share, 0);
  return [
    ...[...bounds, Number.POSITIVE_INFINITY].map((bound) => ({
      labels: {
        __name__: `${name}_bucket`,
        ...labels,
        le: bound === Number.POSITIVE_INFINITY ? '+Inf' : String(bound),
      },
      perSecond: perSecond * upTo(bound),
    })),
    { labels: { __name__: `${name}_sum`, ...labels }, perSecond: perSecond * mean },
    { labels: { __name__: `${name}_count`, ...labels }, perSecond },
  ];
}

function tcpOf(exchange: Exchange, reporter: Reporter): readonly Growth[] {
  const labels = { ...common(exchange, reporter), request_protocol: 'tcp' };
  const { perSecond } = exchange;
  return [
    { labels: { __name__: 'istio_tcp_connections_opened_total', ...labels }, perSecond },
    { labels: { __name__: 'istio_tcp_connections_closed_total', ...labels }, perSecond },
    {
      labels: { __name__: 'istio_tcp_received_bytes_total', ...labels },
      perSecond: perSecond * sizes.istio_request_bytes,
    },
    {
      labels: { __name__: 'istio_tcp_sent_bytes_total', ...labels },
      perSecond: perSecond * sizes.istio_response_bytes,
    },
  ];
}
