import { re2 } from '../../../core/re2/re2.ts';
import { lookup } from '../../../model/manifests/lookup.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { type Fields, fields, fieldsList, optionalTexts } from '../../../model/mesh/fields.ts';
import { gatewayGroup } from '../../../model/mesh/gateway-api.ts';
import type { LinkerdMesh } from '../mesh.ts';
import { policyGroup, type Server } from './servers.ts';

/** What an HTTPRoute may look at. */
export interface RouteRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As the client wrote it, without port. */
  readonly host?: string;
  /** What follows `?`. */
  readonly query?: string;
}

const groups: readonly string[] = [policyGroup, gatewayGroup];

/** The HTTPRoutes attached to a Server. */
export function routesOf({ state }: LinkerdMesh, server: Server): readonly Resource[] {
  return lookup(state.resources)
    .called('HTTPRoute')
    .filter((one) => groups.includes(one.group) && isAttached(one, server.name, server.namespace, 'Server'));
}

/** @param port of the parent that is asked about; a parent with a port of its own is of that port only */
export function isAttached(
  route: Resource,
  name: string,
  namespace: string | undefined,
  kind: string,
  port?: number,
): boolean {
  return fieldsList(fields(fields(route.data).spec).parentRefs).some((parent) => {
    const here = port === undefined || typeof parent.port !== 'number' || parent.port === port;
    return here && isParent(route, parent, name, namespace, kind);
  });
}

/** Whether one parent of a route is the object with a kind and a name. */
export function isParent(
  route: Resource,
  parent: Fields,
  name: string,
  namespace: string | undefined,
  kind: string,
): boolean {
  const place = typeof parent.namespace === 'string' ? parent.namespace : route.namespace;
  return parent.kind === kind && parent.name === name && place === namespace;
}

/**
 * The route that takes a request: of those with a match, the one with the longest path.
 * @see https://linkerd.io/2-edge/reference/authorization-policy/#httproute
 */
export function routeFor(routes: readonly Resource[], request: RouteRequest): Resource | undefined {
  return takenBy(routes, request)?.route;
}

/** The route that takes a request, and the rule of it that does. */
export function takenBy(
  routes: readonly Resource[],
  request: RouteRequest,
): { readonly route: Resource; readonly rule: Fields } | undefined {
  const taken = routes
    .filter((route) => isForHost(route, request))
    .flatMap((route) =>
      fieldsList(fields(fields(route.data).spec).rules).flatMap((rule) => {
        const matches = fieldsList(rule.matches);
        const ranks = matches.length === 0 ? [1] : matches.map((match) => rankOf(match, request));
        return ranks.flatMap((rank) => (rank === undefined ? [] : [{ route, rule, rank }]));
      }),
    );
  return taken.reduce<(typeof taken)[number] | undefined>(
    (best, one) => (best && best.rank >= one.rank ? best : one),
    undefined,
  );
}

/** Whether a route is for the host of a request: any, one of its names, or below `*.` of one. */
function isForHost(route: Resource, { host = '', headers }: RouteRequest): boolean {
  const names = optionalTexts(fields(fields(route.data).spec).hostnames) ?? [];
  const [, written = host] = Object.entries(headers).find(([key]) => key.toLowerCase() === 'host') ?? [];
  const asked = written.replace(/:\d+$/, '').toLowerCase();
  return names.length === 0 || names.some((name) => isNamed(name.toLowerCase(), asked));
}

const isNamed = (name: string, host: string): boolean =>
  name.startsWith('*.') ? host.endsWith(name.slice(1)) && host.length >= name.length : name === host;

function hasParam({ name, value, type }: Fields, { query = '' }: RouteRequest): boolean {
  const pairs = query.split('&').map((pair) => [pair.split('=', 1)[0], pair.slice(pair.indexOf('=') + 1)]);
  const found = pairs.find(([key]) => key === String(name))?.[1];
  if (found === undefined) return false;
  return type === 'RegularExpression' ? re2(String(value))?.matches(found) === true : found === value;
}

/** How specific a match is; undefined when it does not take the request. */
function rankOf({ path, method, headers, queryParams }: Fields, request: RouteRequest): number | undefined {
  if (method !== undefined && method !== null && method !== request.method) return undefined;
  if (!fieldsList(headers).every((header) => hasHeader(header, request))) return undefined;
  if (!fieldsList(queryParams).every((param) => hasParam(param, request))) return undefined;
  const { type = 'PathPrefix', value = '/' } = fields(path);
  const wanted = String(value);
  if (type === 'Exact') return wanted === request.path ? 10_000 : undefined;
  if (type === 'RegularExpression') return re2(wanted)?.matches(request.path) ? wanted.length : undefined;
  const prefix = wanted.replace(/\/$/, '');
  return request.path === prefix || request.path.startsWith(`${prefix}/`) ? wanted.length : undefined;
}

function hasHeader({ name, value, type }: Fields, { headers }: RouteRequest): boolean {
  const [, found] = Object.entries(headers).find(([key]) => key.toLowerCase() === String(name).toLowerCase()) ?? [];
  if (found === undefined) return false;
  return type === 'RegularExpression' ? re2(String(value))?.matches(found) === true : found === value;
}
