import type { Random } from '../../random.ts';

/** Lists that each field may hold, as people write them and as they should not. */
const principals = [
  'cluster.local/ns/shop/sa/web',
  'cluster.local/ns/shop/*',
  'cluster.local/ns/*/sa/web',
  '*/sa/web',
  '*',
  'cluster.local/ns/other/sa/web',
  'otro.local/ns/shop/sa/web',
  'spiffe://cluster.local/ns/shop/sa/web',
];
const namespaces = ['shop', 'other', 's*', '*', '*op', 'o*er', 'legacy'];
const accounts = ['web', 'default', 'shop/web', 'other/web', 'shop/default'];
const domains = ['cluster.local', '*', 'cluster*', '*.local', 'otro.local'];
const requestPrincipals = [
  '*',
  'https://id.example/ana',
  'https://id.example/*',
  '*/ana',
  'https://id*',
  '*ana',
  'otro/luis',
  'https://id.example/a*',
  'ana',
];
const hosts = ['orders.shop', 'orders*', '*.local', '*', 'ORDERS.SHOP', 'orders.shop:8081', '*:8081', 'other.example'];
const methods = ['GET', 'POST', 'OPTIONS', '*', 'P*', '*T', 'get'];
const paths = ['/', '/a', '/a/*', '/a*', '*/b', '*', '/a/{*}', '/a/{**}', '/{*}/b', '/{**}', '/a/{*}/c', '/admin*'];
const ports = ['8080', '80', '8081', '9000'];

const blocksOf = (addresses: ReadonlyMap<string, string>): readonly string[] => {
  const [web = '', old = ''] = [addresses.get('shop/web'), addresses.get('legacy/viejo')];
  return [web, old, `${web}/32`, `${web}/24`, `${old}/16`, '10.0.0.0/8', '192.168.0.0/16', '0.0.0.0/0'];
};

export function policy(random: Random, index: number, addresses: ReadonlyMap<string, string>): object {
  const selector = random.maybe(0.4, () => ({
    matchLabels: random.pick([{ app: 'orders' }, { app: 'orders', version: 'v1' }, { version: 'v2' }, { app: 'web' }]),
  }));
  const annotations = random.maybe(0.06, () => ({ 'istio.io/dry-run': random.pick(['true', 'false']) }));
  const asks = random.chance(0.15);
  return {
    apiVersion: 'security.istio.io/v1',
    kind: 'AuthorizationPolicy',
    metadata: {
      name: `p${index}`,
      namespace: random.pick(['shop', 'shop', 'shop', 'istio-system', 'other']),
      annotations,
    },
    spec: {
      selector,
      action: asks ? 'CUSTOM' : random.pick([undefined, 'ALLOW', 'ALLOW', 'DENY', 'DENY', 'AUDIT']),
      provider: asks
        ? { name: random.pick(['pregunta', 'pregunta', 'conecta', 'perdido', 'Mayor', 'nadie']) }
        : undefined,
      rules: random.maybe(0.95, () =>
        Array.from({ length: random.pick([0, 1, 1, 1, 2]) }, () => rule(random, addresses, asks)),
      ),
    },
  };
}

/** @param asks it is for somebody who is asked, before anything is known of tokens */
function rule(random: Random, addresses: ReadonlyMap<string, string>, asks: boolean): object {
  const some = <T>(share: number, made: () => T) =>
    random.maybe(share, () => Array.from({ length: random.pick([1, 1, 2]) }, made));
  return {
    from: some(asks ? 0.2 : 0.5, () => ({ source: source(random, addresses, asks) })),
    to: some(0.5, () => ({ operation: operation(random) })),
    when: some(asks ? 0.1 : 0.4, () => condition(random, addresses)),
  };
}

const list = (random: Random, values: readonly string[]) =>
  Array.from({ length: random.pick([1, 1, 2]) }, () => random.pick(values));

/** One or two of some fields, each as it is or as what must not be. */
function fieldsOf(random: Random, known: Readonly<Record<string, readonly string[]>>): object {
  const names = Object.keys(known);
  return Object.fromEntries(
    Array.from({ length: random.pick([1, 1, 2]) }, () => {
      const name = random.pick(names);
      const negated = `not${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      return [random.chance(0.7) ? name : negated, list(random, known[name] ?? [])];
    }),
  );
}

function source(random: Random, addresses: ReadonlyMap<string, string>, asks: boolean): object {
  const blocks = blocksOf(addresses);
  const names = random.chance(0.2) ? { serviceAccounts: accounts } : { principals, namespaces, trustDomains: domains };
  if (asks) return fieldsOf(random, { ipBlocks: blocks, remoteIpBlocks: blocks });
  return fieldsOf(random, { ...names, requestPrincipals, ipBlocks: blocks, remoteIpBlocks: blocks });
}

const operation = (random: Random): object => fieldsOf(random, { hosts, methods, paths, ports });

function condition(random: Random, addresses: ReadonlyMap<string, string>): object {
  const blocks = blocksOf(addresses);
  const [key, values] = random.pick<readonly [string, readonly string[]]>([
    ['source.ip', blocks],
    ['remote.ip', blocks],
    ['source.namespace', namespaces],
    ['source.principal', principals],
    ['source.serviceAccount', accounts],
    ['source.trustDomain', domains],
    ['destination.ip', [...blocks, addresses.get('shop/orders') ?? '']],
    ['destination.port', ports],
    ['connection.sni', ['outbound_.80_._.orders.shop.svc.cluster.local', '*.cluster.local', 'outbound*', '*', 'x']],
    ['request.headers[user]', ['ana', 'a*', '*a', '*', 'Ana']],
    ['request.headers[X-Debug]', ['1', '1*', '*']],
    ['request.headers[host]', ['orders.shop', '*.local']],
    ['request.headers[:method]', ['GET', 'POST']],
    ['request.auth.principal', requestPrincipals],
    ['request.auth.audiences', ['shop', 'x', '*', 's*']],
    ['request.auth.presenter', ['web', '*', 'm*']],
    ['request.auth.claims[scope]', ['read', 'write', 'read write', '*']],
    ['request.auth.claims[team]', ['rojo', 'azul', 'rojo azul', '*', 'r*']],
    ['request.auth.claims[realm][roles]', ['admin', 'user', '*']],
    ['request.auth.claims[iss]', ['https://id.example', 'otro']],
    ['request.auth.claims[level]', ['1', 'true', '*']],
  ]);
  const how = random.next();
  return {
    key,
    values: how < 0.7 ? list(random, values) : undefined,
    notValues: how >= 0.6 ? list(random, values) : undefined,
  };
}
