import { own } from '../../../core/own.ts';
import type { HttpMatch } from '../../../model/mesh/http-route.ts';
import { pairs } from '../../../model/workloads/values.ts';
import { type PodState, podsAt } from '../../cluster/index.ts';
import { carriesProxy, isProxy, type Mesh, meshOf } from '../../istio/index.ts';
import { stateNow } from '../desk/clusters.ts';
import { type MeshSession, meshSession } from '../mesh/session.ts';
import { columns } from '../tool/columns.ts';
import { type Call, type Command, type Outcome, printed, refused } from '../tool/tool.ts';
import { noServer } from './install.ts';

const layout = { padding: 5 };

/** What a proxy is configured with, as far as it concerns Services: of a pod that has one. */
interface Configured {
  readonly mesh: Mesh;
  readonly pod: PodState;
}

/** The pod that a call names: `NAME`, `NAME.NAMESPACE`, `deploy/NAME`. @see istioctl/pkg/util/handlers */
function podOf(session: MeshSession, written: string): PodState | string {
  const [type, rest] = written.includes('/') ? written.split('/', 2) : ['pod', written];
  const [name = '', ...spaces] = (rest ?? '').split('.');
  const namespace = spaces.length > 0 ? spaces.join('.') : session.namespace;
  const isPod = /^(?:pods?|po)$/.test(type ?? '');
  const found = podsAt(session.live, session.desk.clock).filter(
    ({ pod, terminating }) =>
      !terminating && pod.namespace === namespace && (isPod ? pod.name === name : pod.workload.name === name),
  );
  const view = found.find(({ pod }) => pod.phase === 'Running') ?? found[0];
  if (!view)
    return isPod
      ? `Error: failed to retrieve pod: pods ${JSON.stringify(name)} not found\n`
      : `Error: failed retrieving: ${type}s.apps ${JSON.stringify(name)} not found in the ${JSON.stringify(namespace)} namespace\n`;
  const { pod } = view;
  return carriesProxy(pod)
    ? pod
    : `Error: failed to execute command on ${pod.name}.${pod.namespace} sidecar: error execing into ${pod.namespace}/${pod.name} istio-proxy container: container istio-proxy is not valid for pod ${pod.name}\n`;
}

const of =
  (what: string, show: (configured: Configured, call: Call) => string) =>
  (call: Call): Outcome => {
    const session = meshSession(call);
    if (!session) return refused(call.desk, noServer);
    const [written] = call.operands;
    if (written === undefined) return refused(call.desk, `Error: ${what} requires pod name or --file parameter\n`);
    const pod = podOf(session, written);
    if (typeof pod === 'string') return refused(call.desk, pod);
    const mesh = meshOf(stateNow(session.desk, session.named));
    return printed(call.desk, show({ mesh, pod }, call));
  };

/** A cluster of Envoy that stands for a Service, or for a subset of it. */
interface Upstream {
  readonly host: string;
  readonly port: number;
  readonly subset: string;
  readonly type: string;
  readonly rule: string;
  readonly labels: Readonly<Record<string, string>>;
}

const keyOf = ({ host, port, subset }: Upstream): string => `outbound|${port}|${subset}|${host}`;

function upstreamsOf({ mesh }: Configured): readonly Upstream[] {
  return [...mesh.registry.values()].flatMap((service) => {
    const rules = mesh.destinationRules.get(service.host) ?? [];
    const rule = rules[0]?.config;
    const managed = rule ? `${rule.resource.name}.${rule.namespace}` : '';
    const type = service.headless ? 'ORIGINAL_DST' : service.external ? 'STRICT_DNS' : 'EDS';
    const subsets = rules.flatMap(({ config }) => config.subsets);
    return service.ports.flatMap(({ number }) => {
      const base = { host: service.host, port: number, type, rule: managed };
      return [
        { ...base, subset: '', labels: {} },
        ...subsets.map(({ name, labels }) => ({
          ...base,
          subset: name,
          labels: Object.fromEntries(pairs(labels as Readonly<Record<string, string>>)),
        })),
      ];
    });
  });
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Clusters that every sidecar has. */
const always: readonly (readonly string[])[] = [
  ['BlackHoleCluster', 'STATIC'],
  ['InboundPassthroughCluster', 'ORIGINAL_DST'],
  ['PassthroughCluster', 'ORIGINAL_DST'],
  ['agent', 'STATIC'],
  ['prometheus_stats', 'STATIC'],
  ['sds-grpc', 'STATIC'],
  ['xds-grpc', 'STATIC'],
];

/** @see istioctl/pkg/writer/envoy/configdump/cluster.go */
function clusters(configured: Configured, { flags }: Call): string {
  const wanted = flags.text('fqdn');
  const port = flags.text('port');
  const subset = flags.text('subset');
  const direction = flags.text('direction');
  const inbound = configured.pod.containers
    .filter((one) => !isProxy(one))
    .flatMap(({ listens }) => (listens === 'any' ? [] : listens))
    .map((number) => ({
      name: '',
      port: String(number),
      subset: '',
      cells: ['', String(number), '-', 'inbound', 'ORIGINAL_DST', ''],
    }));
  const outbound = upstreamsOf(configured).map((one) => ({
    name: one.host,
    port: String(one.port),
    subset: one.subset,
    cells: [one.host, String(one.port), one.subset || '-', 'outbound', one.type, one.rule],
  }));
  const fixed = always.map(([name = '', type = '']) => ({
    name,
    port: '',
    subset: '',
    cells: [name, '-', '-', '-', type, ''],
  }));
  const rows = [...inbound, ...outbound, ...fixed]
    .filter(
      (row) =>
        (wanted === undefined || row.name === wanted) &&
        (port === undefined || row.port === port) &&
        (subset === undefined || row.subset === subset) &&
        (direction === undefined || row.cells[3] === direction),
    )
    .sort((a, b) => byText(a.name, b.name) || byText(a.subset, b.subset) || Number(a.port) - Number(b.port));
  return columns(
    [['SERVICE FQDN', 'PORT', 'SUBSET', 'DIRECTION', 'TYPE', 'DESTINATION RULE'], ...rows.map(({ cells }) => cells)],
    layout,
  );
}

/** @see istioctl/pkg/writer/envoy/clusters/clusters.go */
function endpoints(configured: Configured, { flags }: Call): string {
  const [cluster, address, port] = [flags.text('cluster'), flags.text('address'), flags.text('port')];
  const rows = upstreamsOf(configured).flatMap((upstream) => {
    const found = configured.mesh.registry.get(upstream.host)?.endpoints(upstream.port) ?? [];
    return found
      .filter(
        ({ pod }) =>
          pod !== undefined && Object.entries(upstream.labels).every(([key, value]) => own(pod.labels, key) === value),
      )
      .map((one) => ({ address: one.pod?.ip ?? '', port: one.port, key: keyOf(upstream) }));
  });
  const kept = rows
    .filter(
      (row) =>
        (cluster === undefined || row.key === cluster) &&
        (address === undefined || row.address === address) &&
        (port === undefined || String(row.port) === port),
    )
    .sort((a, b) => byText(a.address, b.address) || a.port - b.port || byText(a.key, b.key));
  const cells = kept.map((row) => [`${row.address}:${row.port}`, 'HEALTHY', 'OK', row.key]);
  return columns([['ENDPOINT', 'STATUS', 'OUTLIER CHECK', 'CLUSTER'], ...cells], layout);
}

/** @see istioctl/pkg/writer/envoy/configdump/route.go */
function routes({ mesh, pod }: Configured, { flags }: Call): string {
  const wanted = flags.text('name');
  const configured = mesh.virtualServices.filter(
    ({ config }) => config.resource.kind === 'VirtualService' && config.gateways.includes('mesh'),
  );
  const rows = [...mesh.registry.values()].flatMap((service) =>
    service.ports
      .filter(({ protocol }) => protocol === 'http' || protocol === 'auto')
      .flatMap(({ number, protocol }) => {
        const name = protocol === 'auto' ? `${service.host}:${number}` : String(number);
        const vhost = `${service.host}:${number}`;
        const domains = protocol === 'auto' ? '*' : domainsOf(service.name, service.namespace, pod.namespace);
        const rules = configured.filter(({ hosts }) => hosts.includes(service.host)).flatMap((one) => one.routes());
        const matched = rules.flatMap(({ owner, alternatives }) => {
          const managed = `${owner.resource.name}.${owner.namespace}`;
          const each = alternatives.length === 0 ? [[]] : alternatives;
          return each.map((match) => [name, vhost, domains, matchOf(match), managed]);
        });
        return matched.length > 0 ? matched : [[name, vhost, domains, '/*', '']];
      }),
  );
  const kept = rows
    .filter(([name]) => wanted === undefined || name === wanted)
    .sort((a, b) => byText(a[0] ?? '', b[0] ?? '') || byText(a[1] ?? '', b[1] ?? ''));
  return columns([['NAME', 'VHOST NAME', 'DOMAINS', 'MATCH', 'VIRTUAL SERVICE'], ...kept], layout);
}

/** The short names by which a proxy of a namespace knows a Service. */
function domainsOf(name: string, namespace: string, from: string): string {
  return namespace === from
    ? `${name}, ${name}.${namespace} + 1 more...`
    : `${name}.${namespace}, ${name}.${namespace}.svc + 1 more...`;
}

/** Only the path is told. */
function matchOf(matches: readonly HttpMatch[]): string {
  const uri = matches.find((one) => one.uri)?.uri;
  if (!uri) return '/*';
  if (uri.how === 'exact') return uri.value;
  return uri.how === 'prefix' ? `${uri.value}*` : `regex ${uri.value}`;
}

const name = (word: string, aliases: readonly string[]) => ({ name: word, aliases });

/** What exists and is not modelled, with its other names. */
const absent: readonly (readonly [string, ...string[]])[] = [
  ['all', 'a'],
  ['bootstrap', 'b'],
  ['ecds'],
  ['eds'],
  ['envoy-stats', 'es'],
  ['listener', 'listeners', 'l'],
  ['log', 'o'],
  ['rootca-compare', 'rc'],
  ['secret', 'secrets', 's'],
];

export const proxyConfig: Command = {
  ...name('proxy-config', ['pc']),
  says: { es: 'La configuración de un proxy', en: 'The configuration of a proxy' },
  commands: [
    {
      ...name('cluster', ['clusters', 'c']),
      says: { es: 'A qué servicios puede llamar', en: 'The services it can call' },
      takes: '[<type>/]<name>[.<namespace>]',
      fidelity: 'partial',
      differs: {
        es: 'Los clusters de los Services, sus subsets y los fijos; sin los de `ExternalName` ni los de waypoints. Solo la tabla.',
        en: 'The clusters of Services, their subsets and the fixed ones; without those of `ExternalName` and of waypoints. Only the table.',
      },
      flags: [
        { name: 'fqdn', value: 'text' },
        { name: 'port', value: 'number' },
        { name: 'subset', value: 'text' },
        { name: 'direction', value: 'text', offers: ['inbound', 'outbound'] },
      ],
      beyond: ['output|o=', 'file|f=', 'proxy-admin-port='],
      run: of('cluster', clusters),
    },
    {
      ...name('endpoint', ['endpoints', 'ep']),
      says: { es: 'En qué direcciones están', en: 'The addresses they are at' },
      takes: '[<type>/]<name>[.<namespace>]',
      fidelity: 'partial',
      differs: {
        es: 'Los de los Services con pods; todos figuran sanos, porque los que no están listos no llegan al proxy.',
        en: 'Those of Services with pods; all of them are healthy, since those that are not ready do not reach the proxy.',
      },
      flags: [
        { name: 'cluster', value: 'text' },
        { name: 'address', value: 'text' },
        { name: 'port', value: 'number' },
      ],
      beyond: ['output|o=', 'status=', 'file|f=', 'proxy-admin-port='],
      run: of('endpoint', endpoints),
    },
    {
      ...name('route', ['routes', 'r']),
      says: { es: 'Por dónde va cada petición', en: 'Where each request goes' },
      takes: '[<type>/]<name>[.<namespace>]',
      fidelity: 'partial',
      differs: {
        es: 'Los puertos HTTP de los Services con sus VirtualServices; sin los hosts que no son de un Service, y como upstream, sin las cabeceras de cada regla.',
        en: 'The HTTP ports of Services with their VirtualServices; without hosts that belong to no Service and, as upstream, without the headers of each rule.',
      },
      flags: [{ name: 'name', value: 'text' }],
      beyond: ['output|o=', 'verbose', 'file|f=', 'proxy-admin-port='],
      run: of('route', routes),
    },
    ...absent.map(([word, ...aliases]) => ({
      ...name(word, aliases),
      says: { es: `De la configuración, ${word}`, en: `Of the configuration, ${word}` },
    })),
  ],
};
