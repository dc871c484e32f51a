import type { Json } from '../../../../core/json.ts';
import type { Random } from '../../random.ts';
import type { Call as Request } from '../istio-routes/make.ts';
import { fields, service } from '../world.ts';
import { type Common, grpcPaths, grpcRoute, headers, rawServices, tlsRoute } from './make-other-routes.ts';

export interface Call extends Request {
  /** The Gateway it comes through, as `namespace/name`, or else the namespace of a client in the mesh. */
  readonly gateway?: string;
  readonly from?: string;
  /** It is a connection with TLS, and the host is the name that it asks for. */
  readonly tls?: boolean;
}

export interface Input {
  readonly objects: readonly Json[];
  readonly calls: readonly Call[];
}

/** Requests to each world. */
export const questions = 8;

const api = 'gateway.networking.k8s.io/v1';
const namespaces = ['shop', 'other', 'legacy'];
const names = ['shop.example', 'a.shop.example', 'b.shop.example', 'other.example', 'x.other.example'];
const patterns = [...names, '*.shop.example', '*.example', '*.other.example'];
const paths = ['/', '/a', '/a/b', '/ab', '/api/v1', '/api/v1/x', '/b/'];

/** A few Services, Gateways, routes and grants, and requests from outside and inside. */
export function make(random: Random): Json {
  const services = [
    { name: 'reviews', namespace: 'shop', ports: random.pick([[80], [9080], [80, 9080]]) },
    { name: 'ratings', namespace: 'shop', ports: [80] },
    { name: 'catalog', namespace: 'other', ports: [80] },
  ];
  const gateways = random.pick([['shop/web'], ['shop/web'], ['shop/web', 'other/edge']]);
  const objects = [
    ...namespaces.map((name) =>
      fields({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name, labels: { 'istio-injection': 'enabled', ...(name !== 'legacy' && { team: name }) } },
      }),
    ),
    ...services.map((one) => service(one)),
    ...rawServices.map((one) => service(one, 'tcp')),
    ...random.some(['shop/cert', 'other/cert'], 0.6).map((id) =>
      named(id, {
        apiVersion: 'v1',
        kind: 'Secret',
        type: 'kubernetes.io/tls',
        data: { 'tls.crt': '', 'tls.key': '' },
      }),
    ),
    ...gateways.map((id) => gateway(random, id)),
    ...random.list(2, () => random.next()).map((_, index) => grant(random, index)),
    ...Array.from({ length: random.pick([1, 2, 2, 3, 4]) }, (_, index) => route(random, index)),
  ];
  const calls = Array.from({ length: questions }, () =>
    random.chance(0.65) ? outside(random, gateways) : inside(random, services),
  );
  return fields({ objects, calls });
}

function named(id: string, object: Readonly<Record<string, unknown>>): Json {
  const [namespace, name] = id.split('/');
  return fields({ ...object, metadata: { name, namespace } });
}

export function gateway(random: Random, id: string): Json {
  const listeners = Array.from({ length: random.pick([1, 1, 2, 3, 4]) }, (_, index) => listener(random, index));
  const seen = new Map(listeners.map((one) => [`${one.port} ${one.protocol} ${one.hostname ?? ''}`, one]));
  const gatewayClassName = random.chance(0.04) ? 'nginx' : 'istio';
  return named(id, { apiVersion: api, kind: 'Gateway', spec: { gatewayClassName, listeners: [...seen.values()] } });
}

interface Listener {
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  readonly hostname?: string;
}

function listener(random: Random, index: number): Listener {
  const protocol = random.pick([
    'HTTP',
    'HTTP',
    'HTTP',
    'HTTP',
    'HTTP',
    'HTTPS',
    'HTTPS',
    'TLS',
    'TCP',
    'http',
    'UDP',
    'HBONE',
  ]);
  // Only HTTP is called: what listens on 80 and 8080 speaks it.
  const port = random.pick(
    protocol === 'HTTP' ? [80, 80, 80, 8080, 443] : protocol === 'HTTPS' || protocol === 'TLS' ? [443] : [9000, 443],
  );
  const isByHost = !['TCP', 'UDP', 'HBONE'].includes(protocol);
  const from = random.maybe(0.4, () => random.pick(['All', 'All', 'Same', 'Selector']));
  const selector =
    from === 'Selector'
      ? random.pick([
          { matchLabels: { team: 'other' } },
          { matchExpressions: [{ key: 'team', operator: 'Exists' }] },
          { matchLabels: { team: 'nobody' } },
          { matchLabels: { 'kubernetes.io/metadata.name': 'legacy' } },
        ])
      : undefined;
  const kinds = random.maybe(0.1, () =>
    random.pick([
      [{ kind: 'HTTPRoute' }],
      [{ group: 'gateway.networking.k8s.io', kind: 'GRPCRoute' }],
      [{ kind: 'TLSRoute' }],
      [{ kind: 'HTTPRoute' }, { kind: 'TCPRoute' }],
      [{ group: 'x.example', kind: 'HTTPRoute' }],
    ]),
  );
  return fields({
    name: `l${index}`,
    port,
    protocol,
    hostname: isByHost ? random.maybe(0.6, () => random.pick(patterns)) : undefined,
    tls: protocol === 'HTTPS' || protocol === 'TLS' ? tls(random, protocol) : undefined,
    allowedRoutes: from || kinds ? { ...(from && { namespaces: { from, selector } }), kinds } : undefined,
  }) as unknown as Listener;
}

function tls(random: Random, protocol: string): Json {
  if (protocol === 'TLS' && random.chance(0.6)) return { mode: 'Passthrough' };
  const reference = () =>
    random.pick([
      { name: 'cert' },
      { name: 'cert' },
      { name: 'missing' },
      { name: 'cert', namespace: 'other' },
      { kind: 'ConfigMap', group: '', name: 'cert' },
    ]);
  const options = random.maybe(0.1, () => ({
    'gateway.istio.io/tls-terminate-mode': random.pick(['ISTIO_MUTUAL', 'MUTUAL', 'ISTIO_SIMPLE']),
  }));
  return fields({ certificateRefs: Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, reference), options });
}

export function grant(random: Random, index: number): Json {
  const from = Array.from({ length: random.pick([1, 1, 2]) }, () => ({
    group: random.chance(0.9) ? 'gateway.networking.k8s.io' : 'x.example',
    kind: random.pick(['HTTPRoute', 'HTTPRoute', 'Gateway', 'GRPCRoute', 'TLSRoute']),
    namespace: random.pick(namespaces),
  }));
  const to = random.pick([
    [{ group: '', kind: 'Service' }],
    [{ group: '', kind: 'Service', name: 'catalog' }],
    [{ group: '', kind: 'Secret' }],
    [{ group: '', kind: 'Service', name: 'nobody' }],
    [
      { group: '', kind: 'Secret', name: 'cert' },
      { group: '', kind: 'Service' },
    ],
  ]);
  return fields({
    apiVersion: 'gateway.networking.k8s.io/v1beta1',
    kind: 'ReferenceGrant',
    metadata: { name: `g${index}`, namespace: random.pick(['other', 'other', 'shop']) },
    spec: { from, to },
  });
}

function parent(random: Random): Json {
  if (random.chance(0.4)) {
    return fields({
      group: random.chance(0.94) ? '' : random.pick(['core', undefined]),
      kind: 'Service',
      name: random.pick(['reviews', 'reviews', 'ratings', 'nobody']),
      namespace: random.maybe(0.6, () => 'shop'),
      port: random.maybe(0.3, () => random.pick([80, 9080])),
    });
  }
  const [namespace, name] = random.pick(['shop/web', 'shop/web', 'shop/web', 'other/edge', 'shop/nobody']).split('/');
  return fields({
    name,
    namespace: random.maybe(0.85, () => namespace),
    sectionName: random.maybe(0.2, () => random.pick(['l0', 'l1', 'l9'])),
    port: random.maybe(0.12, () => random.pick([80, 8080, 443])),
  });
}

/** Mostly an HTTPRoute. */
export function route(random: Random, index: number): Json {
  const parents = Array.from(
    { length: random.pick([1, 1, 1, 2, 3]) },
    () => parent(random) as Readonly<Record<string, unknown>>,
  );
  // Two references to one parent have to name its parts.
  const distinct = new Map(parents.map((one) => [`${one.kind}/${one.namespace}/${one.name}`, one]));
  const common: Common = {
    metadata: { name: `r${index}`, namespace: random.pick(['shop', 'shop', 'shop', 'other']) },
    parentRefs: [...distinct.values()] as readonly Json[],
    hostnames: random.maybe(0.55, () => random.some(patterns, 0.25)),
  };
  const which = random.next();
  if (which < 0.2) return grpcRoute(random, common, () => backend(random));
  if (which < 0.4) return tlsRoute(random, common, patterns);
  const { metadata, ...rest } = common;
  const rules = Array.from({ length: random.pick([1, 1, 2, 3]) }, () => rule(random));
  return fields({ apiVersion: api, kind: 'HTTPRoute', metadata, spec: fields({ ...rest, rules }) });
}

function match(random: Random): Json {
  const kind = random.pick(['Exact', 'PathPrefix', 'PathPrefix', 'PathPrefix', 'RegularExpression', undefined]);
  const value = kind === 'RegularExpression' ? random.pick(['/a.*', '/[a-z]+', '/api/v[0-9]+']) : random.pick(paths);
  return fields({
    path: random.maybe(0.75, () => ({ type: kind, value })),
    method: random.maybe(0.2, () => random.pick(['GET', 'POST'])),
    headers: random.maybe(0.25, () => random.pick(headers)),
    queryParams: random.maybe(0.15, () => [
      { name: 'v', value: '2', ...(random.chance(0.3) && { type: 'RegularExpression' }) },
    ]),
  });
}

const backend = (random: Random): Json => {
  const port = random.pick([80, 80, 80, 9080]);
  return fields({
    ...random.pick([
      { name: 'reviews', port },
      { name: 'ratings', port: 80 },
      { name: 'reviews', namespace: 'shop', port },
      { name: 'catalog', namespace: 'other', port: 80 },
      { name: 'nobody', port: 80 },
      { name: 'ratings', namespace: 'shop', port: 80 },
      { group: 'x.example', kind: 'Bucket', name: 'b' },
      { name: 'reviews.shop', port: 80 },
    ]),
    weight: random.maybe(0.4, () => random.pick([0, 1, 3, 90, 10])),
  });
};

function rule(random: Random): Json {
  const rewrites = random.chance(0.15);
  const redirects = !rewrites && random.chance(0.12);
  const modifier = random.maybe(rewrites || redirects ? 1 : 0, () => path(random));
  // A prefix that is replaced has to be the only condition on the path.
  const prefixed = modifier && 'replacePrefixMatch' in (modifier as object);
  const matches = prefixed
    ? [{ path: { type: 'PathPrefix', value: random.pick(paths) } }]
    : random.maybe(0.75, () => Array.from({ length: random.pick([1, 1, 2]) }, () => match(random)));
  const authority = random.maybe(0.4, () => 'inner.example');
  const filters = [
    ...(rewrites ? [{ type: 'URLRewrite', urlRewrite: { path: modifier, hostname: authority } }] : []),
    ...(redirects
      ? [
          {
            type: 'RequestRedirect',
            requestRedirect: {
              path: random.chance(0.7) || prefixed ? modifier : undefined,
              hostname: authority,
              statusCode: random.maybe(0.5, () => random.pick([301, 302, 307])),
            },
          },
        ]
      : []),
    ...(random.chance(0.1)
      ? [
          {
            type: 'RequestMirror',
            requestMirror: {
              backendRef: random.pick([
                { name: 'ratings', port: 80 },
                { name: 'nobody', port: 80 },
                { name: 'catalog', namespace: 'other', port: 80 },
              ]),
              percent: random.maybe(0.4, () => random.pick([0, 50, 100])),
            },
          },
        ]
      : []),
    ...(random.chance(0.03)
      ? [{ type: 'ExtensionRef', extensionRef: { group: 'x.example', kind: 'Limit', name: 'l' } }]
      : []),
  ];
  return fields({
    matches,
    filters: filters.length > 0 ? filters : undefined,
    backendRefs: redirects
      ? undefined
      : random.maybe(0.95, () => Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => backend(random))),
    timeouts: random.maybe(0.15, () =>
      random.pick([
        { request: '2s' },
        { request: '2s', backendRequest: '1s' },
        { backendRequest: '500ms' },
        { request: '0s' },
      ]),
    ),
    retry: random.maybe(0.12, () => random.pick([{ attempts: 3 }, { attempts: 1 }, { codes: [503] }, {}])),
  });
}

const path = (random: Random): Json =>
  random.chance(0.5)
    ? { type: 'ReplaceFullPath', replaceFullPath: random.pick(['/new', '/']) }
    : { type: 'ReplacePrefixMatch', replacePrefixMatch: random.pick(['/', '/new', '/new/']) };

function asked(random: Random): Omit<Call, 'port' | 'host'> {
  return {
    method: random.pick(['GET', 'GET', 'POST']),
    path: random.pick(random.chance(0.3) ? grpcPaths : paths),
    query: random.pick(['', '', 'v=2']),
    headers: {
      ...(random.chance(0.4) && { user: random.pick(['ana', 'luis']) }),
      ...(random.chance(0.2) && { debug: '1' }),
    },
  };
}

function outside(random: Random, gateways: readonly string[]): Call {
  const tls = random.chance(0.3);
  return {
    gateway: random.pick(gateways),
    ...(tls && { tls }),
    port: tls ? 443 : random.pick([80, 80, 80, 8080]),
    host: random.pick([...names, 'c.example']),
    ...asked(random),
  };
}

function inside(
  random: Random,
  services: readonly { readonly name: string; readonly namespace: string; readonly ports: readonly number[] }[],
): Call {
  const { name, namespace, ports } = random.pick(services);
  return {
    from: random.pick(['shop', 'shop', 'other']),
    port: random.pick(ports),
    host: `${name}.${namespace}`,
    ...asked(random),
  };
}
