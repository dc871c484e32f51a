import { own } from '../../core/own.ts';
import { quoted } from '../../core/re2/re2.ts';
import type { Resource } from '../manifests/manifests.ts';
import { integer, isSet, text, texts } from '../workloads/values.ts';
import type { CorsPolicy } from './cors.ts';
import { seconds } from './duration.ts';
import { type Fields, fields, fieldsList, number } from './fields.ts';
import { grpcPath } from './grpc-match.ts';
import type { HttpMatch, HttpRoute, Mirror, Redirect, Retries, Rewrite } from './http-route.ts';
import type { RouteDestination } from './route-destination.ts';
import { regexMatch, type StringMatch } from './string-match.ts';

export const gatewayGroup = 'gateway.networking.k8s.io';

/** Whether an object is of the Gateway API: its routes have `rules` and `parentRefs` where VirtualServices have `http` and `hosts`. */
export const isOfGatewayApi = ({ group }: Pick<Resource, 'group'>): boolean => group === gatewayGroup;

/** A route of the Gateway API: an HTTPRoute or a GRPCRoute, its rules read as those of a VirtualService, or a TLSRoute. */
export interface ApiRoute {
  readonly resource: Resource;
  readonly namespace: string;
  readonly hostnames: readonly string[];
  readonly parents: readonly ParentRef[];
  readonly rules: readonly HttpRoute[];
}

/** What a route attaches to: a Gateway, or a Service for the traffic inside the mesh. */
export interface ParentRef {
  readonly node: Fields;
  readonly group: string;
  readonly kind: 'Gateway' | 'Service';
  readonly namespace: string;
  readonly name: string;
  readonly section: string | undefined;
  readonly port: number | undefined;
}

/** The host that a `backendRef` leads to; empty where nothing may be sent to it, or a copy would get nowhere. */
export type HostOf = (backend: Fields, use: 'route' | 'mirror') => string;

/**
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export function readApiRoute(resource: Resource, hostOf: HostOf): ApiRoute {
  const spec = fields(fields(resource.data).spec);
  const namespace = resource.namespace ?? 'default';
  return {
    resource,
    namespace,
    hostnames: texts(spec.hostnames as never).map((host) => host.toLowerCase()),
    parents: fieldsList(spec.parentRefs).flatMap((parent): ParentRef[] => {
      const kind = parentKind(parent);
      // Istio knows no group `core`, which Linkerd takes for that of Services.
      if (!kind || parent.group === 'core') return [];
      return [
        {
          node: parent,
          group: kind === 'Gateway' ? gatewayGroup : '',
          kind,
          namespace: text(parent.namespace) ?? namespace,
          name: text(parent.name) ?? '',
          section: text(parent.sectionName),
          port: integer(parent.port),
        },
      ];
    }),
    rules: fieldsList(spec.rules).map((node) => readRule(node, hostOf, resource.kind === 'GRPCRoute')),
  };
}

/**
 * What a parent is. The group is that of Gateways unless it says otherwise, so a Service has to name its own, which is
 * empty; a parent of another kind is left to other controllers.
 */
export function parentKind({ group = gatewayGroup, kind = 'Gateway' }: Fields): ParentRef['kind'] | undefined {
  if (kind === 'Gateway' && group === gatewayGroup) return 'Gateway';
  return kind === 'Service' && (group === '' || group === 'core') ? 'Service' : undefined;
}

/** Without a backend that may get traffic, a rule that does not redirect answers 500 by itself. */
function readRule(node: Fields, hostOf: HostOf, isGrpc: boolean): HttpRoute {
  const filters = fieldsList(node.filters);
  const filter = (type: string, field: string) =>
    filters.flatMap((one) => (one.type === type ? [fields(own(one, field))] : []));
  const matches = fieldsList(node.matches).map(isGrpc ? readGrpcMatch : readMatch);
  const destinations = fieldsList(node.backendRefs).map((backend) => readBackend(backend, hostOf(backend, 'route')));
  const redirect = filter('RequestRedirect', 'requestRedirect').map(readRedirect)[0];
  const isDead = !redirect && destinations.every(({ weight }) => weight === 0);
  return {
    node,
    name: text(node.name),
    matches,
    destinations,
    redirect,
    directResponse: isDead ? { node, status: 500 } : undefined,
    delegate: undefined,
    rewrite: filter('URLRewrite', 'urlRewrite').map(readRewrite)[0],
    fault: undefined,
    ...readTiming(node),
    mirrors: filter('RequestMirror', 'requestMirror')
      .map((mirror) => readMirror(mirror, hostOf))
      .filter(({ destination }) => destination.host !== ''),
    cors: filter('CORS', 'cors').map(readCors)[0],
    headers: readHeaders(node),
  };
}

/**
 * The timeout and the retries of a rule. With `retry`, two tries more unless it says how many, on connection failures and
 * on the codes it lists; `timeouts.backendRequest` is then the limit of each try, and without `retry` that of the request.
 * @see https://gateway-api.sigs.k8s.io/geps/gep-1731/
 */
function readTiming(node: Fields): { readonly timeout: number | undefined; readonly retries: Retries | undefined } {
  const { request, backendRequest } = fields(node.timeouts);
  const whole = seconds(request) || undefined;
  const each = seconds(backendRequest) || undefined;
  if (!isSet(node.retry)) return { timeout: each ?? whole, retries: undefined };
  const retry = fields(node.retry);
  const codes = Array.isArray(retry.codes) ? retry.codes.map(String) : [];
  const retryOn = ['connect-failure', 'refused-stream', 'unavailable', 'cancelled', ...codes].join(',');
  const retries = { node: retry, attempts: integer(retry.attempts) ?? 2, perTryTimeout: each, retryOn };
  return { timeout: whole, retries };
}

/** What the filters of a rule, or of a backend, do to headers. */
function readHeaders(node: Fields): Fields {
  const filter = (type: string, field: string) =>
    headerModifier(fields(own(fieldsList(node.filters).find((one) => one.type === type) ?? {}, field)));
  return {
    request: filter('RequestHeaderModifier', 'requestHeaderModifier'),
    response: filter('ResponseHeaderModifier', 'responseHeaderModifier'),
  };
}

/**
 * Which pages of other sites may call. What asks from elsewhere gets no answer of the proxy, and goes on.
 * @see https://github.com/istio/istio/blob/release-1.31/pilot/pkg/config/kube/gateway/conversion.go (`createCorsFilter`)
 */
function readCors(node: Fields): CorsPolicy {
  return {
    node,
    allowOrigins: texts(node.allowOrigins as never)
      .filter((origin) => origin !== '')
      .map(readOrigin),
    allowMethods: texts(node.allowMethods as never),
    allowHeaders: texts(node.allowHeaders as never),
    exposeHeaders: texts(node.exposeHeaders as never),
    allowCredentials: node.allowCredentials === true,
    maxAge: number(node.maxAge) || undefined,
    forwardsUnmatched: false,
  };
}

function readOrigin(origin: string): StringMatch {
  if (origin === '*') return regexMatch('^[a-zA-Z][a-zA-Z0-9+.-]*://[^/\\s?#]+$');
  if (!origin.includes('*')) return { how: 'exact', value: origin };
  if (origin.indexOf('*') === origin.length - 1) return { how: 'prefix', value: origin.slice(0, -1) };
  return regexMatch(`^${origin.split('*').map(quoted).join('.*')}$`);
}

/** The operations of a filter, as a VirtualService writes them. */
function headerModifier(node: Fields = {}): Fields {
  const byName = (list: unknown) => Object.fromEntries(fieldsList(list).map(({ name, value }) => [name, value]));
  return { set: byName(node.set), add: byName(node.add), remove: node.remove };
}

function readMatch(node: Fields): HttpMatch {
  const path = fields(node.path);
  return {
    ...anyMatch(node),
    uri: readPath(text(path.type) ?? 'PathPrefix', text(path.value) ?? '/'),
    method: typeof node.method === 'string' ? { how: 'exact', value: node.method } : undefined,
    headers: fieldsList(node.headers).map(readNamed),
    queryParams: fieldsList(node.queryParams).map(readNamed),
  };
}

function readGrpcMatch(node: Fields): HttpMatch {
  return { ...anyMatch(node), uri: grpcPath(node.method), headers: fieldsList(node.headers).map(readNamed) };
}

/** A match that takes any request. */
export function anyMatch(node: Fields): HttpMatch {
  return {
    node,
    uri: undefined,
    ignoreUriCase: false,
    scheme: undefined,
    method: undefined,
    authority: undefined,
    headers: [],
    withoutHeaders: [],
    queryParams: [],
    port: undefined,
    sourceLabels: fields(undefined),
    sourceNamespace: undefined,
    gateways: undefined,
  };
}

function readPath(type: string, value: string): StringMatch {
  if (type === 'Exact') return { how: 'exact', value };
  if (type === 'RegularExpression') return regexMatch(value);
  return { how: 'segments', value };
}

function readNamed(node: Fields): readonly [string, StringMatch] {
  const value = text(node.value) ?? '';
  return [text(node.name) ?? '', node.type === 'RegularExpression' ? regexMatch(value) : { how: 'exact', value }];
}

function readBackend(backend: Fields, host: string): RouteDestination {
  return {
    node: { destination: backend, weight: backend.weight, headers: readHeaders(backend) },
    host,
    subset: undefined,
    port: integer(backend.port),
    weight: integer(backend.weight) ?? 1,
  };
}

function readRedirect(node: Fields): Redirect {
  const path = fields(node.path);
  const prefix = text(path.replacePrefixMatch);
  return {
    node,
    uri: prefix === undefined ? text(path.replaceFullPath) : `%PREFIX()%${prefix}`,
    authority: text(node.hostname),
    scheme: text(node.scheme),
    port: integer(node.port),
    // Without a port, that of the scheme that is written, else that of the request.
    derivePort: node.scheme === undefined ? 'FROM_REQUEST_PORT' : 'FROM_PROTOCOL_DEFAULT',
    code: integer(node.statusCode) ?? 302,
  };
}

/** A prefix is replaced by whole segments, so that `/` leaves no second slash. */
function readRewrite(node: Fields): Rewrite {
  const path = fields(node.path);
  const prefix = text(path.replacePrefixMatch)?.replace(/\/$/, '');
  const whole = text(path.replaceFullPath);
  return {
    node,
    uri: prefix,
    authority: text(node.hostname),
    regex: whole === undefined ? undefined : { match: '^.*$', rewrite: whole },
  };
}

function readMirror(node: Fields, hostOf: HostOf): Mirror {
  const backend = fields(node.backendRef);
  const fraction = fields(node.fraction);
  const share = number(fraction.numerator);
  const percent =
    share === undefined ? (number(node.percent) ?? 100) : (100 * share) / (number(fraction.denominator) ?? 100);
  return { node, destination: readBackend(backend, hostOf(backend, 'mirror')), percent };
}
