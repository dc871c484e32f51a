import { own } from '../../../core/own.ts';
import type { HttpMatch } from '../../../model/mesh/http-route.ts';
import { pairs } from '../../../model/workloads/values.ts';
import { type PodView, podsAt } from '../../cluster/index.ts';
import { carriesProxy, isProxy, meshOf } from '../../istio/index.ts';
import { stateNow } from '../desk/clusters.ts';
import { type MeshSession, meshSession } from '../mesh/session.ts';
import { columns } from '../tool/columns.ts';
import {
  beyond,
  type Call,
  type Command,
  type Flag,
  type Flags,
  type Outcome,
  printed,
  refused,
} from '../tool/tool.ts';
import { byText, type Configured, layout } from './configured.ts';
import { noServer } from './install.ts';
import { listeners } from './listeners.ts';
import { bootstrap, extensions, logLevels, secrets } from './proxy-parts.ts';

/** The pod that a call names: `NAME`, `NAME.NAMESPACE`, `deploy/NAME`. @see istioctl/pkg/util/handlers */
export function podOf(session: MeshSession, written: string): PodView | string {
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
    ? view
    : `Error: failed to execute command on ${pod.name}.${pod.namespace} sidecar: error execing into ${pod.namespace}/${pod.name} istio-proxy container: container istio-proxy is not valid for pod ${pod.name}\n`;
}

/** What the proxy of a named pod has. @param does gives what is printed */
const about =
  (what: string, does: (configured: Configured, call: Call) => Outcome) =>
  (call: Call): Outcome => {
    const session = meshSession(call);
    if (!session) return refused(call.desk, noServer);
    const [written] = call.operands;
    if (written === undefined) return refused(call.desk, `Error: ${what} requires pod name or --file parameter\n`);
    const view = podOf(session, written);
    if (typeof view === 'string') return refused(call.desk, view);
    const mesh = meshOf(stateNow(session.desk, session.named));
    return does({ mesh, pod: view.pod, created: view.live.created, now: session.desk.clock }, call);
  };

/** The same, where it is told in a table only. @param usual what `-o` says where it is not there */
const of = (what: string, show: (configured: Configured, flags: Flags) => string, usual = 'short') =>
  about(what, (configured, call) => {
    const format = call.flags.text('output') ?? usual;
    if (format === 'short') return printed(call.desk, show(configured, call.flags));
    if (format !== 'json' && format !== 'yaml')
      return refused(call.desk, `Error: output format ${JSON.stringify(format)} not supported\n`);
    return beyond(call, {
      es: `El laboratorio no tiene la configuración entera de Envoy, así que no la da en ${format}: usa \`-o short\`.`,
      en: `The lab does not have the whole configuration of Envoy, so it does not give it in ${format}: use \`-o short\`.`,
    });
  });

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
function clusters(configured: Configured, flags: Flags, named = false): string {
  const wanted = flags.text('fqdn');
  const port = flags.text('port');
  const subset = flags.text('subset');
  const direction = flags.text('direction');
  const inbound = configured.pod.containers
    .filter((one) => !isProxy(one))
    .flatMap(({ listens }) => (listens === 'any' ? [] : listens))
    .map((number) => ({
      name: '',
      key: `inbound|${number}||`,
      port: String(number),
      subset: '',
      cells: ['', String(number), '-', 'inbound', 'ORIGINAL_DST', ''],
    }));
  const outbound = upstreamsOf(configured).map((one) => ({
    name: one.host,
    key: keyOf(one),
    port: String(one.port),
    subset: one.subset,
    cells: [one.host, String(one.port), one.subset || '-', 'outbound', one.type, one.rule],
  }));
  const fixed = always.map(([name = '', type = '']) => ({
    name,
    key: name,
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
  const head = ['SERVICE FQDN', 'PORT', 'SUBSET', 'DIRECTION', 'TYPE', 'DESTINATION RULE'];
  return columns(
    named
      ? [['NAME', ...head], ...rows.map(({ cells, key }) => [`cluster/${key}`, ...cells])]
      : [head, ...rows.map(({ cells }) => cells)],
    layout,
  );
}

/** @see istioctl/pkg/writer/envoy/clusters/clusters.go */
function endpoints(configured: Configured, flags: Flags, named = false): string {
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
  const status = flags.text('status');
  const cells = (status === undefined || status.toUpperCase() === 'HEALTHY' ? kept : []).map((row) => [
    `${named ? 'endpoint/' : ''}${row.address}:${row.port}`,
    'HEALTHY',
    'OK',
    row.key,
  ]);
  return columns([['ENDPOINT', 'STATUS', 'OUTLIER CHECK', 'CLUSTER'], ...cells], layout);
}

/** @see istioctl/pkg/writer/envoy/configdump/route.go */
function routes({ mesh, pod }: Configured, flags: Flags, named = false): string {
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
  const shown = kept.map(([name = '', ...cells]) => [`${named ? 'route/' : ''}${name}`, ...cells]);
  if (flags.on('verbose', true))
    return columns([['NAME', 'VHOST NAME', 'DOMAINS', 'MATCH', 'VIRTUAL SERVICE'], ...shown], layout);
  // Where any host may be called, the route of a port has one more virtual host, for the hosts that nobody knows.
  const hosts = new Map<string, Set<string>>();
  for (const [name = '', host = ''] of shown) {
    const known = hosts.get(name) ?? new Set(/\d$/.test(name) && !name.includes(':') ? ['allow_any'] : []);
    hosts.set(name, known.add(host));
  }
  return columns([['NAME', 'VIRTUAL HOSTS'], ...[...hosts].map(([name, all]) => [name, String(all.size)])], layout);
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

/** @see PrintFullSummary in istioctl/pkg/writer/envoy/configdump/configdump.go */
function all(configured: Configured, flags: Flags): string {
  const sections = [
    ['BOOTSTRAP INFO', bootstrap()],
    ['CLUSTER INFO', clusters(configured, flags, true)],
    ['LISTENER INFO', listeners(configured, flags, true)],
    ['ROUTE INFO', routes(configured, flags, true)],
    ['SECRET INFO', secrets(configured, true)],
    ['ENDPOINTS INFO', endpoints(configured, flags, true)],
  ] as const;
  const headed = flags.on('with-headers');
  return sections.map(([title, text]) => `${headed ? `------ ${title} ------\n\n` : ''}${text}`).join('\n');
}

const output: Flag = { name: 'output', short: 'o', value: 'text', fidelity: 'partial', offers: ['short'] };

const name = (word: string, aliases: readonly string[]) => ({ name: word, aliases });

/** What exists and is not modelled, with its other names. */
const absent: readonly (readonly [string, ...string[]])[] = [['eds'], ['envoy-stats', 'es']];

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
        output,
        { name: 'fqdn', value: 'text' },
        { name: 'port', value: 'number' },
        { name: 'subset', value: 'text' },
        { name: 'direction', value: 'text', offers: ['inbound', 'outbound'] },
      ],
      beyond: ['file|f=', 'proxy-admin-port='],
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
        output,
        { name: 'status', value: 'text' },
        { name: 'cluster', value: 'text' },
        { name: 'address', value: 'text' },
        { name: 'port', value: 'number' },
      ],
      beyond: ['file|f=', 'proxy-admin-port='],
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
      flags: [output, { name: 'name', value: 'text' }, { name: 'verbose' }],
      beyond: ['file|f=', 'proxy-admin-port='],
      run: of('route', routes),
    },
    {
      ...name('listener', ['listeners', 'l']),
      says: { es: 'Dónde escucha y a dónde lleva lo que recibe', en: 'Where it listens and where what it gets goes' },
      takes: '[<type>/]<name>[.<namespace>]',
      fidelity: 'partial',
      differs: {
        es: 'Los de los Services con dirección, el de entrada y los del propio sidecar; sin los de StatefulSets y gateways. Solo la tabla.',
        en: 'Those of Services with an address, the inbound one and those of the sidecar itself; without those of StatefulSets and gateways. Only the table.',
      },
      flags: [
        output,
        { name: 'address', value: 'text' },
        { name: 'port', value: 'number' },
        { name: 'type', value: 'text', offers: ['HTTP', 'TCP', 'HTTP+TCP'] },
        { name: 'verbose' },
      ],
      beyond: ['file|f=', 'proxy-admin-port='],
      run: of('listener', listeners),
    },
    {
      ...name('secret', ['secrets', 's']),
      says: { es: 'Los certificados del proxy', en: 'The certificates of the proxy' },
      takes: '[<type>/]<name>[.<namespace>]',
      fidelity: 'partial',
      differs: {
        es: 'El de la carga y la raíz, con números de serie inventados. Solo la tabla.',
        en: 'That of the workload and the root, with serial numbers that are made up. Only the table.',
      },
      flags: [output],
      beyond: ['file|f=', 'proxy-admin-port='],
      run: of('secret', (configured) => secrets(configured)),
    },
    {
      ...name('bootstrap', ['b']),
      says: { es: 'Con qué arrancó el proxy', en: 'What the proxy began with' },
      takes: '[<type>/]<name>[.<namespace>]',
      fidelity: 'partial',
      differs: {
        es: 'Solo la versión de Istio (`-o short`); sin decir nada, la orden da JSON, que no está.',
        en: 'Only the version of Istio (`-o short`); by itself the command gives JSON, which is not here.',
      },
      flags: [output],
      beyond: ['file|f=', 'proxy-admin-port='],
      run: of('bootstrap', bootstrap, 'json'),
    },
    {
      ...name('ecds', []),
      says: { es: 'Las extensiones del proxy', en: 'The extensions of the proxy' },
      takes: '[<type>/]<name>[.<namespace>]',
      flags: [output],
      beyond: ['file|f=', 'proxy-admin-port='],
      run: of('ecds', extensions),
    },
    {
      ...name('log', ['o']),
      says: { es: 'Cuánto escribe el proxy en su log', en: 'How much the proxy writes into its log' },
      takes: '[<type>/]<name>[.<namespace>]',
      fidelity: 'partial',
      differs: {
        es: 'Con los registros más conocidos de Envoy; el nivel no se recuerda, porque nada depende de él.',
        en: 'With the best known loggers of Envoy; the level is not remembered, since nothing depends on it.',
      },
      flags: [
        { name: 'level', value: 'text' },
        { name: 'reset', short: 'r' },
      ],
      beyond: ['selector|l=', 'output|o=', 'proxy-admin-port='],
      run: about('log', logLevels),
    },
    {
      ...name('all', ['a']),
      says: { es: 'Todo lo anterior', en: 'All of that' },
      takes: '[<type>/]<name>[.<namespace>]',
      fidelity: 'partial',
      differs: { es: 'Solo las tablas, las de cada orden.', en: 'Only the tables, those of each command.' },
      flags: [
        output,
        { name: 'with-headers' },
        { name: 'verbose' },
        ...['fqdn', 'direction', 'subset', 'address', 'type', 'name'].map((one) => ({
          name: one,
          value: 'text' as const,
        })),
        { name: 'port', value: 'number' },
      ],
      beyond: ['file|f=', 'proxy-admin-port='],
      run: of('all', all),
    },
    {
      ...name('rootca-compare', ['rc']),
      says: { es: 'Si dos proxies se fían de la misma raíz', en: 'Whether two proxies trust the same root' },
      takes: '[pod/]<name-1>[.<namespace-1>] [pod/]<name-2>[.<namespace-2>]',
    },
    ...absent.map(([word, ...aliases]) => ({
      ...name(word, aliases),
      says: { es: `De la configuración, ${word}`, en: `Of the configuration, ${word}` },
    })),
  ],
};
