import type { Json } from '../../../../core/json.ts';
import type { Random } from '../../random.ts';
import { fields, type Service } from '../world.ts';

export interface Call {
  readonly port: number;
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Input {
  readonly services: readonly Service[];
  /** Objects of Istio, the oldest first. */
  readonly configs: readonly Json[];
  readonly client: { readonly namespace: string; readonly labels: Readonly<Record<string, string>> };
  readonly calls: readonly Call[];
}

/** Requests to each world. */
export const questions = 8;

/** Versions that every Service has pods of. */
export const versions = ['v1', 'v2'] as const;

export const paths = ['/', '/a', '/a/b', '/ab', '/A', '/api/v1', '/b'];
const users = ['ana', 'luis', ''];

/** A few Services, what Istio is told about them, and requests of one client. */
export function make(random: Random): Json {
  const services: Service[] = [
    { name: 'reviews', namespace: 'shop', ports: random.pick([[80], [9080], [80, 9080]]) },
    { name: 'ratings', namespace: 'shop', ports: [80] },
    { name: 'reviews', namespace: 'other', ports: random.pick([[80], [9080]]) },
  ];
  const rules = random.list(2, () => destinationRule(random));
  const routes = Array.from({ length: random.pick([1, 1, 1, 2]) }, (_, index) => virtualService(random, index));
  const client = {
    namespace: random.pick(['shop', 'shop', 'other']),
    labels: { app: 'web', ...(random.chance(0.5) && { version: random.pick(['v1', 'v2']) }) },
  };
  const calls = Array.from({ length: questions }, () => call(random, services));
  return fields({ services, configs: [...named(rules), ...routes], client, calls });
}

/** One DestinationRule of each host: how several are merged is another question. */
export function named(rules: readonly { readonly host: string; readonly object: Json }[]): readonly Json[] {
  return [...new Map(rules.map(({ host, object }) => [host, object])).values()];
}

/** A rule with the subsets of a host. */
export function destinationRule(random: Random): { readonly host: string; readonly object: Json } {
  const host = random.pick([
    'reviews.shop.svc.cluster.local',
    'ratings.shop.svc.cluster.local',
    'reviews.other.svc.cluster.local',
  ]);
  const subsets = random.some(versions, 0.8).map((name) => ({ name, labels: { version: name } }));
  const [name = '', namespace = ''] = host.split('.');
  const metadata = { name: `${name}-rule`, namespace };
  return {
    host,
    object: fields({
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata,
      spec: { host, subsets },
    }),
  };
}

function virtualService(random: Random, index: number): Json {
  const namespace = random.pick(['shop', 'shop', 'other']);
  const hosts = random.pick([
    ['reviews'],
    ['reviews.shop.svc.cluster.local'],
    ['*.shop.svc.cluster.local'],
    ['ratings.shop.svc.cluster.local', 'reviews'],
    ['reviews.other.svc.cluster.local'],
  ]);
  const spec = {
    hosts,
    exportTo: random.maybe(0.1, () => random.pick([['.'], ['*']])),
    http: Array.from({ length: random.between(1, 3) }, () => httpRule(random)),
  };
  const metadata = { name: `v${index}`, namespace };
  return fields({ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata, spec });
}

const text = (random: Random, values: readonly string[]) => {
  const value = random.pick(values);
  return random.pick([
    { exact: value },
    { prefix: value || '/' },
    { regex: random.pick(['.*', '/a.*', '[a-z]+', '/[a-z]']) },
  ]);
};

function match(random: Random): Json {
  const seldom = <T>(share: number, made: () => T) => random.maybe(share, made);
  return fields({
    uri: seldom(0.6, () => text(random, paths)),
    ignoreUriCase: seldom(0.15, () => true),
    method: seldom(0.2, () => ({ exact: random.pick(['GET', 'POST']) })),
    authority: seldom(0.08, () => ({ prefix: 'reviews' })),
    headers: seldom(0.25, () => ({ user: random.pick([text(random, users), {}, { exact: 'ana' }]) })),
    withoutHeaders: seldom(0.12, () => ({ debug: random.pick([{}, { exact: '1' }, { prefix: '1' }]) })),
    queryParams: seldom(0.15, () => ({ v: random.pick([{ exact: '2' }, { prefix: '2' }, { regex: '[0-9]+' }, {}]) })),
    port: seldom(0.15, () => random.pick([80, 9080])),
    sourceLabels: seldom(0.1, () => ({ version: random.pick(['v1', 'v2']) })),
    sourceNamespace: seldom(0.08, () => random.pick(['shop', 'other'])),
  });
}

function destination(random: Random): Json {
  const host = random.pick([
    'reviews',
    'reviews.shop.svc.cluster.local',
    'ratings.shop.svc.cluster.local',
    'reviews.other.svc.cluster.local',
    'nobody',
  ]);
  const port = random.maybe(0.35, () => ({ number: random.pick([80, 9080]) }));
  return fields({ host, subset: random.maybe(0.4, () => random.pick([...versions, 'v9'])), port });
}

/** A rule of the `http` of a VirtualService. */
export function httpRule(random: Random): Json {
  const matches = random.maybe(0.7, () => Array.from({ length: random.pick([1, 1, 2]) }, () => match(random)));
  const which = random.next();
  if (which < 0.08) return fields({ match: matches, directResponse: { status: random.pick([200, 403, 503]) } });
  if (which < 0.18) return fields({ match: matches, redirect: redirect(random) });
  const count = random.pick([1, 1, 1, 2, 3]);
  const weights =
    count === 1
      ? [undefined]
      : count === 2
        ? random.pick([
            [80, 20],
            [1, 3],
            [0, 100],
          ])
        : [50, 30, 20];
  const mirrored = random.maybe(0.1, () => random.pick([100, 50, 0]));
  const rewritten = random.maybe(0.2, () => rewrite(random));
  return fields({
    match: matches,
    route: weights.map((weight) =>
      fields({ destination: destination(random), weight, headers: random.maybe(0.08, () => headers(random)) }),
    ),
    rewrite: rewritten,
    // Who is asked is said in one place, or the webhook refuses it.
    headers: rewritten === undefined ? random.maybe(0.12, () => headers(random)) : undefined,
    timeout: random.maybe(0.2, () => random.pick(['1s', '500ms'])),
    retries: random.maybe(0.2, () => ({ attempts: random.pick([0, 1, 3]) })),
    fault: random.maybe(0.12, () => fault(random)),
    mirror: mirrored === undefined ? undefined : { host: 'ratings.shop.svc.cluster.local' },
    mirrorPercentage: mirrored === undefined ? undefined : { value: mirrored },
  });
}

/** An operation on a header, mostly on who is asked. */
function headers(random: Random): Json {
  const name = random.pick(['host', ':authority', 'Host', 'x-a']);
  return { request: { [random.pick(['set', 'set', 'add'])]: { [name]: random.pick(['in.example', 'b.example']) } } };
}

function fault(random: Random): Json {
  const abort = random.maybe(0.7, () => ({ httpStatus: 503, percentage: { value: random.pick([100, 10, 0.5]) } }));
  const delay = { fixedDelay: '2s', percentage: { value: random.pick([100, 25]) } };
  return fields({ abort, delay: abort === undefined || random.chance(0.3) ? delay : undefined });
}

function redirect(random: Random): Json {
  const uri = random.maybe(0.6, () => random.pick(['/new', '/']));
  return fields({
    uri,
    authority: uri === undefined || random.chance(0.3) ? 'other.example' : undefined,
    redirectCode: random.maybe(0.4, () => random.pick([301, 302, 307, 308])),
  });
}

function rewrite(random: Random): Json {
  const which = random.next();
  if (which < 0.25) return fields({ uriRegexRewrite: { match: '/([a-z]+)/?(.*)', rewrite: '/\\2/\\1' } });
  const uri = random.maybe(0.8, () => random.pick(['/', '/new', '/new/']));
  return fields({ uri, authority: uri === undefined || random.chance(0.3) ? 'inner.example' : undefined });
}

function call(random: Random, services: readonly Service[]): Json {
  const { name, namespace, ports } = random.pick(services);
  const host = random.pick([`${name}.${namespace}`, `${name}.${namespace}.svc.cluster.local`]);
  return fields({
    port: random.pick(ports),
    host,
    method: random.pick(['GET', 'GET', 'POST']),
    path: random.pick(paths),
    query: random.pick(['', '', 'v=2', 'v=x', 'w=1']),
    headers: {
      ...(random.chance(0.5) && { user: random.pick(['ana', 'luis', 'Ana']) }),
      ...(random.chance(0.2) && { debug: random.pick(['1', '12', '0']) }),
    },
  });
}
