import type { Exchange } from './exchange.ts';
import { labelsOf } from './workload.ts';

/** How fast one metric of a proxy grows; of a histogram, one of its buckets. */
export interface Growth {
  readonly name: string;
  readonly le?: string;
  readonly perSecond: number;
}

/** What a proxy counts of an exchange: metrics under the same labels. */
export interface Counted {
  readonly labels: Readonly<Record<string, string>>;
  readonly growths: readonly Growth[];
}

/** Which proxy tells of an exchange, as the label `reporter` says. */
export type Reporter = 'source' | 'destination' | 'waypoint';

/** Upper bounds of the buckets of Envoy's histograms. @see https://www.envoyproxy.io/docs/envoy/latest/operations/stats_overview */
const bounds: readonly number[] = [
  0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 300_000, 600_000, 1_800_000,
  3_600_000,
];

/** As Prometheus 3 keeps them, whole numbers too with their decimal. */
const buckets = [
  ...bounds.map((bound) => ({ bound, le: Number.isInteger(bound) ? `${bound}.0` : String(bound) })),
  { bound: Number.POSITIVE_INFINITY, le: '+Inf' },
];

/** Bytes of a request and of its answer, where nothing says otherwise. */
const sizes = { istio_request_bytes: 400, istio_response_bytes: 2000 } as const;

/** What a proxy counts that sees requests. @see https://istio.io/latest/docs/reference/config/metrics/#metrics */
export function countedAsHttp(exchange: Exchange, reporter: Reporter): Counted {
  const { perSecond, durations, grpc, status } = exchange;
  const messages = grpc ? ['istio_request_messages_total', 'istio_response_messages_total'] : [];
  return {
    labels: {
      ...common(exchange, reporter),
      request_protocol: grpc ? 'grpc' : 'http',
      response_code: String(status),
      ...(grpc && { grpc_response_status: '0' }),
    },
    growths: [
      ...['istio_requests_total', ...messages].map((name) => ({ name, perSecond })),
      ...histogram('istio_request_duration_milliseconds', perSecond, durations),
      ...Object.entries(sizes).flatMap(([name, bytes]) => histogram(name, perSecond, { [bytes]: 1 })),
    ],
  };
}

/** What a proxy counts that sees connections and no requests. */
export function countedAsTcp(exchange: Exchange, reporter: Reporter): Counted {
  const { perSecond } = exchange;
  return {
    labels: { ...common(exchange, reporter), request_protocol: 'tcp' },
    growths: [
      { name: 'istio_tcp_connections_opened_total', perSecond },
      { name: 'istio_tcp_connections_closed_total', perSecond },
      { name: 'istio_tcp_received_bytes_total', perSecond: perSecond * sizes.istio_request_bytes },
      { name: 'istio_tcp_sent_bytes_total', perSecond: perSecond * sizes.istio_response_bytes },
    ],
  };
}

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

/** @param values part of the observations, from 0 to 1, by their value */
function histogram(name: string, perSecond: number, values: Readonly<Record<string, number>>): readonly Growth[] {
  const shares = Object.entries(values).map(([value, share]) => ({ value: Number(value), share }));
  const upTo = (bound: number) =>
    shares.filter(({ value }) => value <= bound).reduce((sum, { share }) => sum + share, 0);
  const mean = shares.reduce((sum, { value, share }) => sum + value * share, 0);
  return [
    ...buckets.map(({ bound, le }) => ({ name: `${name}_bucket`, le, perSecond: perSecond * upTo(bound) })),
    { name: `${name}_sum`, perSecond: perSecond * mean },
    { name: `${name}_count`, perSecond },
  ];
}
