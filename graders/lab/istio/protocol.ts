import { own } from '../../core/own.ts';
/** How a proxy treats the traffic of a port. `auto` looks at the first bytes. */
export type Protocol = 'http' | 'tls' | 'tcp' | 'udp' | 'auto';

const byName: Readonly<Record<string, Protocol>> = {
  http: 'http',
  http2: 'http',
  grpc: 'http',
  'grpc-web': 'http',
  https: 'tls',
  tls: 'tls',
  tcp: 'tcp',
  mongo: 'tcp',
  mysql: 'tcp',
  redis: 'tcp',
  udp: 'udp',
};

const byAppProtocol: Readonly<Record<string, Protocol>> = {
  ...byName,
  'kubernetes.io/h2c': 'http',
  'kubernetes.io/ws': 'http',
  'kubernetes.io/wss': 'tls',
};

/** Ports whose protocol is known and speaks first from the server: detection would wait for ever. */
const wellKnown: readonly number[] = [25, 53, 3306, 27017];

/**
 * The protocol of a Service port: `appProtocol`, else the name up to its first dash, else what is known of the number,
 * else detection.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/
 */
export function protocolOf(port: {
  readonly number: number;
  readonly name?: string | undefined;
  readonly appProtocol?: string | undefined;
  readonly protocol?: string | undefined;
}): Protocol {
  if (port.protocol === 'UDP') return 'udp';
  const declared = port.appProtocol?.toLowerCase();
  if (declared !== undefined && Object.hasOwn(byAppProtocol, declared)) return own(byAppProtocol, declared) ?? 'auto';
  return namedProtocol(port.name) ?? (wellKnown.includes(port.number) ? 'tcp' : 'auto');
}

function namedProtocol(name = ''): Protocol | undefined {
  const lower = name.toLowerCase();
  if (lower === 'grpc-web' || lower.startsWith('grpc-web-')) return 'http';
  const prefix = lower.split('-', 1)[0] ?? '';
  return own(byName, prefix);
}

/** Whether the proxies at both ends of a port see HTTP in a call. */
export function isHttp(
  { scheme, opened = false }: { readonly scheme: string; readonly opened?: boolean },
  { protocol }: { readonly protocol: Protocol },
): boolean {
  return (scheme === 'http' || opened) && (protocol === 'http' || protocol === 'auto');
}
