import type { Json } from '../../../../core/json.ts';
import type { Random } from '../../random.ts';
import { destinationRule, httpRule, named, paths, type Call as Request } from '../istio-routes/make.ts';
import { fields, type Service } from '../world.ts';

/** A request from outside, as it comes to a port of the gateway. */
export interface Call extends Request {
  readonly tls: boolean;
  readonly certificate: boolean;
}

export interface Input {
  readonly services: readonly Service[];
  /** The Service of the pods of the gateway. */
  readonly gateway: Service;
  /** Objects of Istio, the oldest first. */
  readonly configs: readonly Json[];
  readonly calls: readonly Call[];
}

/** Requests to each world. */
export const questions = 8;

const gateway: Service = {
  name: 'istio-ingressgateway',
  namespace: 'istio-system',
  ports: [80, 8080, 443, 8443, 9000],
};
/** Its ports take whatever comes, as what is passed on unread has to. */
export const raw: Service = { name: 'raw', namespace: 'shop', ports: [443, 9000] };
const hosts = ['shop.example', 'api.shop.example', 'other.test'];
const places = ['istio-system', 'shop'];

interface Server {
  readonly protocol: string;
  readonly hosts: readonly string[];
  readonly object: Json;
}

/** Gateways for one proxy, what is bound to them, and requests to its ports. */
export function make(random: Random): Json {
  const services: Service[] = [
    { name: 'reviews', namespace: 'shop', ports: random.pick([[80], [9080], [80, 9080]]) },
    { name: 'ratings', namespace: 'shop', ports: [80] },
    { name: 'reviews', namespace: 'other', ports: random.pick([[80], [9080]]) },
    raw,
  ];
  const doors = Array.from({ length: random.pick([1, 1, 2, 3]) }, (_, index) => door(random, index));
  const routes = Array.from({ length: random.pick([1, 2, 2, 3]) }, (_, index) => virtualService(random, index, doors));
  const rules = named(random.list(2, () => destinationRule(random)));
  const calls = Array.from({ length: questions }, () => call(random, doors));
  return fields({
    services,
    gateway,
    configs: [...rules, subsets, ...doors.map(({ object }) => object), ...routes],
    calls,
  });
}

interface Door {
  readonly name: string;
  readonly namespace: string;
  readonly servers: readonly Server[];
  readonly object: Json;
}

function door(random: Random, index: number): Door {
  const name = `door${index}`;
  const namespace = random.pick(places);
  const servers = Array.from({ length: random.pick([1, 1, 2, 3]) }, (_, number) =>
    server(random, `${index}-${number}`),
  );
  const selector = random.chance(0.93) ? { istio: 'ingressgateway' } : { istio: 'egressgateway' };
  const object = fields({
    apiVersion: 'networking.istio.io/v1',
    kind: 'Gateway',
    metadata: { name, namespace, creationTimestamp: `2026-01-01T00:00:0${index}Z` },
    spec: { selector, servers: servers.map((one) => one.object) },
  });
  return { name, namespace, servers, object };
}

/** The names of a server, some for the routes of one namespace alone. */
const names = (random: Random): readonly string[] =>
  random.pick([
    ['*'],
    ['*.example'],
    ['shop.example'],
    ['shop.example', 'other.test'],
    ['*.shop.example'],
    ['shop/*'],
    ['./shop.example'],
  ]);

function server(random: Random, id: string): Server {
  const chosen = names(random);
  const which = random.next();
  const [protocol, number, tls] =
    which < 0.45
      ? ['HTTP', random.pick([80, 80, 8080]), random.maybe(0.2, () => ({ httpsRedirect: true }))]
      : which < 0.7
        ? ['HTTPS', random.pick([443, 443, 8443]), opening(random)]
        : which < 0.8
          ? ['HTTPS', random.pick([443, 8443]), { mode: 'PASSTHROUGH' }]
          : which < 0.95
            ? ['TLS', random.pick([443, 8443]), random.chance(0.7) ? { mode: 'PASSTHROUGH' } : opening(random)]
            : ['TCP', 9000, undefined];
  const of = protocol === 'TCP' ? ['*'] : chosen;
  const object = fields({
    port: { number, name: `${String(protocol).toLowerCase()}-${id}`, protocol },
    hosts: of,
    tls,
  });
  return { protocol: String(protocol), hosts: of, object };
}

const opening = (random: Random): object =>
  random.pick([
    { mode: 'SIMPLE', credentialName: 'cert' },
    { mode: 'SIMPLE', credentialName: 'cert' },
    { mode: 'MUTUAL', credentialName: 'cert' },
    { mode: 'OPTIONAL_MUTUAL', credentialName: 'cert' },
  ]);

function virtualService(random: Random, index: number, doors: readonly Door[]): Json {
  const namespace = random.pick(['shop', 'shop', 'istio-system', 'other']);
  const bound = random.some(doors, 0.7);
  const to = (bound.length > 0 ? bound : doors).map(({ name, namespace: place }) =>
    place === namespace && random.chance(0.5) ? name : `${place}/${name}`,
  );
  const of = random.pick([
    ['*'],
    ['shop.example'],
    ['*.example'],
    ['shop.example', 'api.shop.example'],
    ['other.test'],
  ]);
  const http = random.maybe(0.85, () => Array.from({ length: random.between(1, 2) }, () => httpRule(random)));
  // A name in `sniHosts` is one of `hosts`, or under a wildcard of them.
  const sni = of.includes('*') ? hosts : of;
  const tls = random.maybe(http ? 0.4 : 0.7, () => [
    {
      match: [{ sniHosts: [random.pick(sni)], port: random.maybe(0.2, () => random.pick([443, 8443])) }],
      route: spread(random),
    },
  ]);
  const tcp = random.maybe((http ?? tls) ? 0.25 : 1, () => [
    { match: random.maybe(0.5, () => [{ port: random.pick([9000, 443]) }]), route: spread(random) },
  ]);
  return fields({
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: `v${index}`, namespace, creationTimestamp: `2026-01-01T00:00:1${index}Z` },
    spec: {
      hosts: of,
      gateways: [...to, ...(random.chance(0.1) && !of.includes('*') ? ['mesh'] : [])],
      http,
      tls,
      tcp,
    },
  });
}

const spread = (random: Random): readonly object[] =>
  random.pick([[undefined], [undefined], [75, 25]]).map((weight) => ({ destination: anything(random), weight }));

const anything = (random: Random): object => ({
  host: random.pick(['raw.shop.svc.cluster.local', 'raw.shop.svc.cluster.local', 'raw', 'nobody']),
  subset: random.maybe(0.3, () => random.pick(['v1', 'v9'])),
  port: random.maybe(0.7, () => ({ number: random.pick([443, 9000, 80]) })),
});

const subsets: Json = {
  apiVersion: 'networking.istio.io/v1',
  kind: 'DestinationRule',
  metadata: { name: 'raw', namespace: 'shop' },
  spec: { host: 'raw.shop.svc.cluster.local', subsets: [{ name: 'v1', labels: { version: 'v1' } }] },
};

function call(random: Random, doors: readonly Door[]): Json {
  const { object, protocol } = random.pick(random.pick(doors).servers);
  const { number } = (object as unknown as { port: { number: number } }).port;
  const secure = protocol === 'HTTP' ? 0.05 : protocol === 'TCP' ? 0.3 : 0.9;
  return fields({
    port: random.chance(0.93) ? number : random.pick(gateway.ports),
    host: random.pick(hosts),
    method: random.pick(['GET', 'GET', 'POST']),
    path: random.pick(paths),
    query: random.pick(['', '', 'v=2']),
    headers: { ...(random.chance(0.4) && { user: random.pick(['ana', 'luis']) }) },
    tls: random.chance(secure),
    certificate: random.chance(0.3),
  });
}
