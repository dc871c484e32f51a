import type { Json, JsonObject } from '../../../../core/json.ts';
import { verdictOf } from '../../../../lab/istio/index.ts';
import { readManifests } from '../../../../model/manifests/read.ts';
import { parseYaml } from '../../../../parse/yaml/yaml.ts';
import { validate } from '../../../../schema/validate.ts';
import type { Random } from '../../random.ts';
import { fields } from '../world.ts';
import { policy } from './policy.ts';
import { type Client, clients, server, stateOf } from './world.ts';

/** What comes to a server: how the lab is asked for it, and how it looks to the server's proxy. */
export interface Visit {
  readonly from: string;
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What the token of the request says. */
  readonly token?: Claims;
  readonly http: boolean;
  readonly principal: string;
  readonly source: string;
  readonly remote: string;
  readonly destination: string;
  readonly port: number;
  readonly sni: string;
  readonly path: string;
}

export type Claims = Readonly<Record<string, Json>> & { readonly iss: string };

export interface Input {
  /** Objects of Istio, the oldest first. */
  readonly configs: readonly JsonObject[];
  readonly server: { readonly namespace: string; readonly labels: Readonly<Record<string, string>> };
  readonly visits: readonly Visit[];
  /** Whom CUSTOM policies may ask, as the configuration of a mesh holds them, and what they answer. */
  readonly providers: readonly JsonObject[];
  readonly answers: Readonly<Record<string, boolean>>;
}

/** Visits to each world. */
export const questions = 8;

/** A server, the policies of its mesh, and who comes to it. */
export function make(random: Random): Json {
  const addresses = new Map(
    stateOf([]).pods.map(({ namespace, workload, ip }) => [`${namespace}/${workload.name}`, ip]),
  );
  const authentication = random.maybe(0.6, () => requestAuthentication(random));
  const policies = Array.from({ length: random.pick([1, 1, 2, 3]) }, (_, index) => policy(random, index, addresses));
  const configs = [...(authentication ? [authentication] : []), ...policies].map(fields).filter(isAdmitted);
  const visits = Array.from({ length: questions }, () => fields(visit(random, addresses)));
  const answers = { pregunta: random.chance(0.5), conecta: random.chance(0.5) };
  return fields({
    providers,
    answers,
    configs,
    server: { namespace: server.namespace, labels: server.labels },
    visits,
  });
}

const asked = { service: 'orders.shop.svc.cluster.local', port: 80 };

/** Of which one understands connections too, and the last two are of no use. */
const providers = [
  { name: 'pregunta', envoyExtAuthzHttp: asked },
  { name: 'conecta', envoyExtAuthzGrpc: asked },
  { name: 'perdido', envoyExtAuthzHttp: { ...asked, service: 'orders.shop' } },
  { name: 'Mayor', envoyExtAuthzGrpc: asked },
];

/** What the webhook refuses is no question here: another part asks it. */
function isAdmitted(object: JsonObject): boolean {
  const { resources, findings } = readManifests(parseYaml({ path: 'a.yaml', text: JSON.stringify(object) }), 'given');
  const all = [...findings, ...resources.flatMap(validate)];
  return (
    all.every(({ severity }) => severity !== 'error') && resources.every((one) => verdictOf(one).refusals.length === 0)
  );
}

function requestAuthentication(random: Random): object {
  const rules = random.pick([
    [{ issuer: 'https://id.example' }],
    [{ issuer: 'https://id.example', audiences: ['shop', 'cart'] }],
    [{ issuer: 'https://id.example' }, { issuer: 'otro' }],
    [{ issuer: 'https://id.example', spaceDelimitedClaims: ['team'] }],
  ]);
  return {
    apiVersion: 'security.istio.io/v1',
    kind: 'RequestAuthentication',
    metadata: { name: 'tokens', namespace: random.pick(['shop', 'shop', 'istio-system']) },
    spec: { jwtRules: rules.map((rule) => ({ ...rule, jwks: '{"keys":[]}' })) },
  };
}

function visit(random: Random, addresses: ReadonlyMap<string, string>): Visit {
  const client: Client = random.pick(clients);
  const from = `${client.namespace}/${client.name}`;
  const http = random.chance(0.8);
  const port = http ? random.pick([80, 8081]) : 9000;
  const host = random.pick(['orders.shop', 'orders.shop', 'orders.shop.svc.cluster.local']);
  const path = random.pick(['/', '/a', '/a/b', '/a/b/c', '/ab', '/A', '/admin/x', '/a/', '/a.b~c/d-e_f']);
  const url = http ? `http://${host}${port === 80 ? '' : `:${port}`}${path}` : `tcp://${host}:${port}`;
  // Another host would be another destination to the proxy of a client.
  const authority = random.maybe(0.15, () => random.pick(['ORDERS.shop', 'orders.shop:80']));
  const method = http ? random.pick(['GET', 'GET', 'POST', 'OPTIONS', 'DELETE']) : 'GET';
  const headers = {
    ...(random.chance(0.5) && { user: random.pick(['ana', 'luis', 'Ana', '']) }),
    ...(random.chance(0.2) && { 'x-debug': random.pick(['1', '12']) }),
  };
  const token = http ? random.maybe(0.5, () => claims(random)) : undefined;
  const destination = addresses.get(`${server.namespace}/${server.name}`) ?? '';
  const source = addresses.get(from) ?? '';
  const pseudo = {
    ':method': method,
    ':authority': authority ?? (port === 80 ? host : `${host}:${port}`),
    ':path': path,
    ':scheme': 'http',
  };
  return {
    from,
    url,
    method,
    headers: { ...headers, ...(http && pseudo) },
    ...(token && { token }),
    http,
    principal: client.account === undefined ? '' : `spiffe://cluster.local/ns/${client.namespace}/sa/${client.account}`,
    source,
    remote: source,
    destination,
    port: server.ports.find((one) => one.port === port)?.targetPort ?? 0,
    sni: client.account === undefined ? '' : `outbound_.${port}_._.orders.shop.svc.cluster.local`,
    path: http ? path : '',
  };
}

function claims(random: Random): Claims {
  return fields({
    iss: random.pick(['https://id.example', 'https://id.example', 'otro', 'nadie']),
    sub: random.maybe(0.8, () => random.pick(['ana', 'luis', 'a/b'])),
    aud: random.maybe(0.7, () => random.pick([['shop'], ['shop', 'x'], ['x'], ['cart']])),
    azp: random.maybe(0.3, () => random.pick(['web', 'movil'])),
    scope: random.maybe(0.4, () => random.pick(['read', 'read write', 'write read'])),
    team: random.maybe(0.4, () => random.pick(['rojo', 'rojo azul', ['rojo', 'azul'], ''])),
    realm: random.maybe(0.3, () => ({ roles: random.pick([['admin'], ['user', 'admin'], 'admin', []]) })),
    level: random.maybe(0.2, () => random.pick([1, true])),
  }) as Claims;
}
