import { textAt } from '../../../core/fields.ts';
import { type protocolOf, serverMode } from '../../istio/index.ts';
import { columns } from '../tool/columns.ts';
import type { Flags } from '../tool/tool.ts';
import { byText, type Configured, layout } from './configured.ts';

type Protocol = ReturnType<typeof protocolOf>;

/** A filter chain: whom it is for, where it leads, and what kind of filter it ends in. */
interface Chain {
  readonly match: string;
  readonly destination: string;
  readonly filter: 'http' | 'tcp' | 'none';
}

interface Listener {
  readonly address: string;
  readonly port: number;
  readonly chains: readonly Chain[];
}

const [http, tcp] = ['http', 'tcp'] as const;
const everywhere = '0.0.0.0';
const plaintext = 'http/1.1,h2c';
const mtlsHttp = 'istio-http/1.0,istio-http/1.1,istio-h2';
const mtls = `istio,istio-peer-exchange,${mtlsHttp}`;

/** How a port takes what comes in: transport, protocols of ALPN, filter. */
type Accepts = readonly (readonly [transport: 'tls' | 'raw_buffer', app: string, filter: 'http' | 'tcp'])[];

/**
 * The chains of an inbound port, by the mTLS mode of the workload and the protocol of the port.
 * @see pilot/pkg/networking/core/filterchain_options.go
 */
function accepts(mode: string, protocol: Protocol): Accepts {
  if (mode === 'STRICT') {
    if (protocol === 'http') return [['tls', '', http]];
    return protocol === 'auto'
      ? [
          ['tls', mtlsHttp, http],
          ['tls', '', tcp],
        ]
      : [['tls', '', tcp]];
  }
  if (mode === 'DISABLE') {
    if (protocol === 'http') return [['raw_buffer', '', http]];
    return protocol === 'auto'
      ? [
          ['raw_buffer', plaintext, http],
          ['raw_buffer', '', tcp],
        ]
      : [['raw_buffer', '', tcp]];
  }
  if (protocol === 'http')
    return [
      ['tls', mtls, http],
      ['raw_buffer', '', http],
    ];
  if (protocol !== 'auto')
    return [
      ['tls', mtls, tcp],
      ['tls', '', tcp],
      ['raw_buffer', '', tcp],
    ];
  return [
    ['tls', mtlsHttp, http],
    ['raw_buffer', plaintext, http],
    ['tls', 'TCP TLS', tcp],
    ['raw_buffer', '', tcp],
    ['tls', '', tcp],
  ];
}

const chainsOf = (accepted: Accepts, address: string, destination: string): readonly Chain[] =>
  accepted.map(([transport, app, filter]) => ({
    match: [`Trans: ${transport}`, ...(app === '' ? [] : [`App: ${app}`]), `Addr: ${address}`].join('; '),
    destination,
    filter,
  }));

/** The two listeners that everything goes through first, by way of which the rest is found. */
function virtual({ mesh, pod }: Configured): readonly Listener[] {
  const refuse = (port: number): Chain => ({
    match: `Addr: *:${port}`,
    destination: 'Non-HTTP/Non-TCP',
    filter: 'none',
  });
  const { mode } = serverMode(mesh.peerAuthentications, pod, 0);
  const seen = new Set<number>();
  const inbound = [...mesh.registry.values()].flatMap((service) =>
    service.ports.flatMap(({ number, protocol }) => {
      const mine = service
        .endpoints(number)
        .find((one) => one.pod?.name === pod.name && one.pod.namespace === pod.namespace);
      if (!mine || seen.has(mine.port)) return [];
      seen.add(mine.port);
      const accepted = accepts(serverMode(mesh.peerAuthentications, pod, mine.port).mode, protocol);
      return chainsOf(accepted, `*:${mine.port}`, `Cluster: inbound|${mine.port}||`);
    }),
  );
  const passed = chainsOf(accepts(mode, 'auto'), '0.0.0.0/0', 'InboundPassthroughCluster');
  return [
    {
      address: everywhere,
      port: 15001,
      chains: [{ match: 'ALL', destination: 'PassthroughCluster', filter: tcp }, refuse(15001)],
    },
    { address: everywhere, port: 15006, chains: [refuse(15006), ...passed, ...inbound] },
  ];
}

/** The listeners for what the pod calls: one for each port that is HTTP, and one for each address of a Service of another protocol. */
function outbound({ mesh }: Configured): readonly Listener[] {
  const services = [...mesh.registry.values()].filter(({ external, headless }) => !external && !headless);
  const ports = services.flatMap((service) =>
    service.ports.map(({ number, protocol }) => ({
      number,
      protocol,
      host: service.host,
      address: textAt(service.resource.data, 'spec', 'clusterIP') ?? service.addresses[0] ?? everywhere,
    })),
  );
  const detected = { match: `Trans: raw_buffer; App: ${plaintext}`, filter: http };
  const shared = [...new Set(ports.filter(({ protocol }) => protocol === 'http').map(({ number }) => number))];
  return [
    ...shared.map((port) => ({
      address: everywhere,
      port,
      chains: [
        { ...detected, destination: `Route: ${port}` },
        { match: 'ALL', destination: 'PassthroughCluster', filter: tcp },
      ],
    })),
    ...ports
      .filter(({ protocol }) => protocol !== 'http' && protocol !== 'udp')
      .map(({ number, protocol, host, address }) => ({
        address,
        port: number,
        chains: [
          ...(protocol === 'auto' ? [{ ...detected, destination: `Route: ${host}:${number}` }] : []),
          { match: 'ALL', destination: `Cluster: outbound|${number}||${host}`, filter: tcp },
        ],
      })),
  ];
}

/** Those of the sidecar itself: its readiness and its metrics. */
const own: readonly Listener[] = [
  {
    address: everywhere,
    port: 15021,
    chains: [{ match: 'ALL', destination: 'Inline Route: /healthz/ready*', filter: http }],
  },
  {
    address: everywhere,
    port: 15090,
    chains: [{ match: 'ALL', destination: 'Inline Route: /stats/prometheus*', filter: http }],
  },
];

function typeOf({ chains }: Listener): string {
  const has = (filter: Chain['filter']) => chains.some((one) => one.filter === filter);
  if (has(http)) return has(tcp) ? 'HTTP+TCP' : 'HTTP';
  return has(tcp) ? 'TCP' : 'UNKNOWN';
}

/**
 * `istioctl proxy-config listener`.
 * @param named with the name of each listener first, as in `all`
 * @see istioctl/pkg/writer/envoy/configdump/listener.go
 */
export function listeners(configured: Configured, flags: Flags, named = false): string {
  const [address, port, type] = [flags.text('address'), flags.text('port'), flags.text('type')];
  const isVerbose = flags.on('verbose', true);
  const kept = [...virtual(configured), ...outbound(configured), ...own]
    .filter(
      (one) =>
        (address === undefined || one.address === address) &&
        (port === undefined || Number(port) === 0 || String(one.port) === port) &&
        (type === undefined || typeOf(one) === type.toUpperCase()),
    )
    .sort((a, b) => a.port - b.port || byText(a.address, b.address) || byText(typeOf(a), typeOf(b)));
  const rows = kept.flatMap((one) => {
    const head = [...(named ? [`listener/${nameOf(one)}`] : []), one.address, String(one.port)];
    if (!isVerbose) return [[...head, typeOf(one)]];
    return [...one.chains]
      .sort((a, b) => byText(b.destination, a.destination))
      .map(({ match, destination }) => [...head, match, destination]);
  });
  const head = [...(named ? ['NAME'] : []), 'ADDRESSES', 'PORT', ...(isVerbose ? ['MATCH', 'DESTINATION'] : ['TYPE'])];
  return columns([head, ...rows], layout);
}

function nameOf({ address, port }: Listener): string {
  if (port === 15001) return 'virtualOutbound';
  return port === 15006 ? 'virtualInbound' : `${address}_${port}`;
}
