import type { Json } from '../../../../core/json.ts';
import type { Random } from '../../random.ts';
import { type Fields, made } from './made.ts';
import { schemaAt } from './schemas.ts';

/** Takes out of a made spec what nearly always contradicts something else in it, so that many objects are admitted. */
export function settle(random: Random, kind: string, spec: Fields): void {
  if (kind === 'VirtualService') settleVirtualService(random, spec);
  if (kind === 'AuthorizationPolicy') settlePolicy(random, spec);
  if (kind === 'Gateway') for (const server of blocks(spec.servers)) settleServer(random, server);
}

const blocks = (value: Json | undefined): Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);
const drop = (block: Fields, ...names: readonly string[]): void => {
  for (const name of names) delete block[name];
};

function settleVirtualService(random: Random, spec: Fields): void {
  const hosts = ['reviews', '*.example.com', 'shop.example.org', '10.0.0.1', 'ratings.other.svc.cluster.local'];
  if (random.chance(0.85)) spec.hosts = [random.pick(hosts), ...(random.chance(0.2) ? ['extra.other'] : [])];
  else drop(spec, 'hosts', 'tls', 'tcp', 'gateways');
  if (!spec.http && !spec.tcp && !spec.tls) spec.http = [made(random, schemaAt('VirtualService', 'http'), 'http', 2)];
  for (const rule of blocks(spec.http)) settleHttpRule(random, rule, spec);
  for (const rule of blocks(spec.tls)) {
    for (const match of blocks(rule.match)) match.sniHosts = [(spec.hosts as string[] | undefined)?.[0] ?? 'a.b'];
  }
  for (const rule of [...blocks(spec.tls), ...blocks(spec.tcp)]) {
    const routes = blocks(rule.route);
    if (routes.length > 1) for (const route of routes) route.weight = 5;
  }
}

function settleHttpRule(random: Random, rule: Fields, spec: Fields): void {
  const inside = (...path: readonly string[]) => schemaAt('VirtualService', 'http', ...path);
  for (const action of ['route', 'redirect', 'directResponse', 'delegate']) {
    if (random.chance(0.97)) delete rule[action];
  }
  const which = random.next();
  if (which < 0.7) {
    rule.route ??= [{ destination: made(random, inside('route', 'destination'), 'destination', 4) }];
    const [first] = blocks(rule.route);
    if (first && random.chance(0.3)) {
      first.weight = 80;
      blocks(rule.route).push({ destination: { host: 'ratings', subset: 'v2' }, weight: 20 });
    }
    if (first && random.chance(0.2)) first.headers = made(random, inside('headers'), 'headers', 4);
  } else if (which < 0.85) {
    drop(rule, 'fault', 'rewrite');
    const redirect = made(random, inside('redirect'), 'redirect', 3) as Fields;
    if (redirect.uri && random.chance(0.7)) delete redirect.prefixRewrite;
    rule.redirect = redirect;
  } else if (which < 0.93) {
    delete rule.fault;
    rule.directResponse = { status: 503, body: { string: 'x' } };
  } else if (spec.hosts) {
    delete rule.route;
    rule.delegate = { name: 'd', namespace: 'other' };
  }
  if (rule.mirror) delete rule.mirrors;
  if (rule.retries && random.chance(0.95)) (rule.retries as Fields).attempts = 2;
  const [rewrite, fault] = [rule.rewrite as Fields | undefined, rule.fault as Fields | undefined];
  if (rewrite?.uri) delete rewrite.uriRegexRewrite;
  if (fault?.abort && random.chance(0.9)) fault.abort = { httpStatus: 500, percentage: { value: 10 } };
  const cors = rule.corsPolicy as Fields | undefined;
  if (cors) delete cors.allowOrigin;
  if (cors?.maxAge) cors.maxAge = '24h';
  if (!spec.gateways && random.chance(0.95)) {
    for (const match of blocks(rule.match)) {
      for (const field of [match.headers, match.withoutHeaders] as (Fields | undefined)[]) {
        if (field) delete field['@request.auth.claims.sub'];
      }
    }
  }
  if (rewrite && (rule.headers as Fields | undefined)?.request) delete rewrite.authority;
}

/** Conditions with values that fit them; the second ones are what CUSTOM takes. */
const conditions: readonly (readonly [key: string, value: string])[] = [
  ['request.headers[x-user]', 'a'],
  ['source.ip', '10.0.0.1'],
  ['destination.port', '443'],
  ['source.namespace', 'shop'],
  ['connection.sni', 'a.b'],
  ['request.auth.claims[iss]', 'me'],
  ['source.serviceAccount', 'shop/web'],
  ['source.trustDomain', 'td*'],
  ['remote.ip', '10.0.0.0/8'],
];

function settlePolicy(random: Random, spec: Fields): void {
  if (spec.selector) drop(spec, 'targetRef', 'targetRefs');
  else if (spec.targetRefs) delete spec.targetRef;
  for (const target of [...blocks(spec.targetRefs), ...(spec.targetRef ? [spec.targetRef as Fields] : [])]) {
    Object.assign(target, { kind: 'Service', group: '', name: 'x' });
    delete target.namespace;
  }
  const custom = spec.action === 'CUSTOM';
  if (custom) spec.provider = { name: 'p' };
  else delete spec.provider;
  if (custom || spec.action === 'DENY') spec.rules ??= [{}];
  for (const rule of blocks(spec.rules)) {
    for (const from of blocks(rule.from)) settleSource(random, from, custom);
    for (const to of blocks(rule.to)) to.operation ??= { methods: ['GET'] };
    for (const condition of blocks(rule.when)) {
      const [key, value] = custom ? ['destination.port', '80'] : random.pick(conditions);
      condition.key = key;
      if (condition.values || !condition.notValues) condition.values = [value];
      if (condition.notValues) condition.notValues = [value];
    }
  }
}

function settleSource(random: Random, from: Fields, custom: boolean): void {
  if (custom) from.source = { ipBlocks: ['10.0.0.0/8'] };
  const source = (from.source ?? { namespaces: ['shop'] }) as Fields;
  from.source = source;
  if (random.chance(0.95)) delete source.notServiceAccounts;
  if (source.serviceAccounts || source.notServiceAccounts) {
    drop(source, 'principals', 'notPrincipals', 'namespaces', 'notNamespaces');
  }
}

const keyFields = ['serverCertificate', 'privateKey', 'caCertificates', 'tlsCertificates', 'credentialNames', 'caCrl'];

function settleServer(random: Random, server: Fields): void {
  const port = (server.port ?? { number: 80, protocol: 'HTTP' }) as Fields;
  server.port = port;
  port.name = `p${random.between(0, 999_999)}`;
  delete port.targetPort;
  server.hosts = [random.pick(['*', '*.example.com', './shop.example.com', 'ns/*'])];
  if (String(server.bind).startsWith('unix')) delete server.bind;
  if (!random.chance(0.5)) return;
  port.protocol = 'HTTPS';
  const tls = { ...(random.chance(0.5) && (server.tls as Fields)), mode: 'SIMPLE', credentialName: 'c' } as Fields;
  for (const field of keyFields) if (random.chance(0.9)) delete tls[field];
  server.tls = tls;
}
