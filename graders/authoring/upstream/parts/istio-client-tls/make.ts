import type { Json } from '../../../../core/json.ts';
import type { Random } from '../../random.ts';
import { fields } from '../world.ts';

/** A Service with a pod for each of its versions. */
export interface Server {
  readonly name: string;
  readonly namespace: string;
  readonly port: number;
  /** Port of the pods. */
  readonly target: number;
  readonly versions: readonly { readonly name: string; readonly sidecar: boolean }[];
}

export interface Call {
  /** Which of the servers. */
  readonly server: number;
  /** The subset that its VirtualService sends everything to; empty where there is none. */
  readonly subset: string;
}

export interface Input {
  readonly servers: readonly Server[];
  readonly configs: readonly Json[];
  readonly client: { readonly namespace: string; readonly labels: Readonly<Record<string, string>> };
  readonly calls: readonly Call[];
}

/** So many servers are called in each world. */
export const questions = 20;

const namespaces = ['shop', 'shop', 'other'];
const root = 'istio-system';
const names = Array.from({ length: questions }, (_, index) => `s${index}`);

export function make(random: Random): Json {
  const client = { namespace: random.pick(['shop', 'other']), labels: { app: random.pick(['client', 'job']) } };
  const servers = names.map((name): Server => {
    const versions = ['v1', ...(random.chance(0.3) ? ['v2'] : [])];
    return {
      name,
      namespace: random.pick(namespaces),
      port: random.pick([80, 8080]),
      target: random.pick([80, 9000]),
      versions: versions.map((version) => ({ name: version, sidecar: random.chance(0.8) })),
    };
  });
  const rules = servers.flatMap((server, index) =>
    random.chance(0.6) ? [rule(random, server, index, client.namespace)] : [],
  );
  // Several pods may be told apart by one who calls a subset alone.
  const calls = servers.map((server, index) => ({
    server: index,
    subset: server.versions.length > 1 ? random.pick(['v1', 'v2']) : '',
  }));
  const routes = calls.flatMap(({ server, subset }) => (subset ? [route(servers[server] as Server, subset)] : []));
  const subsets = calls.flatMap(({ server, subset }) => (subset ? [(servers[server] as Server).name] : []));
  const configs = [
    ...rules.map((one) => withSubsets(random, one, subsets)),
    ...subsets
      .filter((name) => !rules.some(({ metadata }) => metadata.name === name))
      .map((name) => withSubsets(random, bare(servers.find((one) => one.name === name) as Server), subsets)),
    ...routes,
    ...Array.from({ length: random.between(0, 9) }, (_, index) => policy(random, index)),
  ];
  return fields({ servers, configs, client, calls });
}

interface Rule {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string; readonly creationTimestamp: string };
  readonly spec: object;
}

const hostOf = ({ name, namespace }: Server) => `${name}.${namespace}.svc.cluster.local`;

const kept = (kind: string, group: string, name: string, namespace: string, second: number, spec: object): Rule => ({
  apiVersion: `${group}.istio.io/v1`,
  kind,
  metadata: { name, namespace, creationTimestamp: `2026-01-01T00:00:${String(second).padStart(2, '0')}Z` },
  spec,
});

const bare = (server: Server): Rule =>
  kept('DestinationRule', 'networking', server.name, server.namespace, 55, { host: hostOf(server) });

/** A rule for a server, of its own namespace, of that of the client, or of the root one. */
function rule(random: Random, server: Server, index: number, client: string): Rule {
  const namespace = random.pick([server.namespace, server.namespace, client, root]);
  return kept('DestinationRule', 'networking', server.name, namespace, index, {
    host: namespace === server.namespace && random.chance(0.4) ? server.name : hostOf(server),
    trafficPolicy: random.maybe(0.85, () => policyOf(random, server)),
    // One for some clients is for those of its own namespace.
    ...random.pick<object>([
      {},
      {},
      {},
      {},
      { exportTo: [random.pick(['.', '*', 'shop'])] },
      { workloadSelector: { matchLabels: { app: random.pick(['client', 'job']) } }, exportTo: ['.'] },
    ]),
  });
}

const policyOf = (random: Random, { port }: Server) => ({
  tls: random.maybe(0.7, () => settings(random)),
  portLevelSettings: random.maybe(0.3, () => [
    {
      port: { number: random.chance(0.7) ? port : 7 },
      tls: random.maybe(0.8, () => settings(random)),
      connectionPool: { tcp: { maxConnections: 6 } },
    },
  ]),
  // Something is said in any case.
  connectionPool: { tcp: { maxConnections: 5 } },
});

const settings = (random: Random): object =>
  random.pick([
    { mode: 'DISABLE' },
    { mode: 'ISTIO_MUTUAL' },
    { mode: 'ISTIO_MUTUAL' },
    { mode: 'SIMPLE' },
    { mode: 'SIMPLE', sni: 'a.example' },
    { mode: 'MUTUAL', clientCertificate: '/c.pem', privateKey: '/k.pem' },
  ]);

/** The subsets that calls are sent to, some with a policy of their own. */
function withSubsets(random: Random, one: Rule, names: readonly string[]): Rule {
  if (!names.includes(one.metadata.name)) return one;
  const subsets = ['v1', 'v2'].map((name) => ({
    name,
    labels: { version: name },
    trafficPolicy: random.maybe(0.4, () => ({
      tls: random.maybe(0.7, () => settings(random)),
      connectionPool: { tcp: { maxConnections: 7 } },
    })),
  }));
  return { ...one, spec: { ...one.spec, subsets } };
}

const route = (server: Server, subset: string): Rule =>
  kept('VirtualService', 'networking', server.name, server.namespace, 56, {
    hosts: [hostOf(server)],
    http: [{ route: [{ destination: { host: hostOf(server), subset } }] }],
  });

const modes = ['STRICT', 'PERMISSIVE', 'DISABLE', 'DISABLE', 'UNSET'];

function policy(random: Random, index: number): Rule {
  const selector = random.maybe(0.6, () => ({
    matchLabels: random.pick<object>([{ app: random.pick(names) }, { version: random.pick(['v1', 'v2']) }]),
  }));
  return kept('PeerAuthentication', 'security', `p${index}`, random.pick([...namespaces, root]), 40 + index, {
    selector,
    mtls: random.maybe(0.8, () => ({ mode: random.pick(modes) })),
    portLevelMtls: random.maybe(selector ? 0.4 : 0, () => ({
      [random.pick([80, 9000])]: { mode: random.pick(modes) },
    })),
  });
}
