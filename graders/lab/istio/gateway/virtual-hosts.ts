import type { StringMatch } from '../../../model/mesh/string-match.ts';
import { type Call, hostOfAuthority } from '../call.ts';
import { bySpecificity, covers } from '../host.ts';
import type { HostedVirtualService } from '../hosted.ts';
import type { Mesh } from '../mesh.ts';
import { notForProxy } from '../route/match.ts';
import type { ProxyRoute } from '../route/routes.ts';
import { exportRank, isVisible } from '../visibility.ts';
import { gatewayClient } from './client.ts';
import type { Listener } from './listen.ts';

/**
 * The routes a gateway applies to a host: those of the VirtualServices bound to its Gateways whose host, narrowed by the
 * hosts of the servers, is the most specific one that covers it. VirtualServices of the same host are merged, with the
 * routes that take anything last.
 * @returns undefined when no VirtualService is for the host
 * @see https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services
 */
export function gatewayRoutes(
  mesh: Mesh,
  listeners: readonly Listener[],
  call: Call,
): readonly ProxyRoute[] | undefined {
  const host = hostOfAuthority(call);
  const bound = listeners.flatMap((listener) => boundAt(mesh, listener, call));
  const covering = bound.filter(({ name }) => covers(name, host));
  const [best] = covering.toSorted((a, b) => bySpecificity(a.name, b.name));
  if (!best) return undefined;
  // An HTTPRoute stands for several VirtualServices, one for each of its hosts.
  const same = covering.filter(
    ({ name, gateway, virtual }, index) =>
      name === best.name &&
      covering.findIndex((one) => one.name === name && one.gateway === gateway && one.virtual === virtual) === index,
  );
  const [only, ...others] = same;
  if (only && others.length === 0) return reachable(only.routes);
  // Each alternative has a place of its own.
  const routes = same.flatMap((one) => reachable(one.routes.flatMap(apart)));
  return [...routes.filter((route) => !takesAnything(route)), ...routes.filter(takesAnything)];
}

/** A VirtualService at a server, by one of the hosts that both name. */
interface Bound {
  readonly virtual: HostedVirtualService;
  /** `namespace/name` */
  readonly gateway: string;
  readonly name: string;
  readonly routes: readonly ProxyRoute[];
}

/** What is bound to a server: first what is exported to fewer, then by age. */
function boundAt(mesh: Mesh, listener: Listener, call: Call): readonly Bound[] {
  const { gateway, workload } = listener;
  const rank = ({ config }: HostedVirtualService) => exportRank(config.exportTo, config.namespace, workload.namespace);
  return mesh.virtualServices
    .filter((virtual) => !virtual.problem())
    .flatMap((virtual) => {
      const names = narrowedHosts(virtual, listener);
      const routes = names.length > 0 ? routesAt(virtual, listener, call) : [];
      if (routes.length === 0) return [];
      return names.map((name) => ({ virtual, gateway: gateway.id, name, routes }));
    })
    .toSorted((a, b) => rank(a.virtual) - rank(b.virtual));
}

/** The routes that the gateway gets for a port of it: alternatives for others are left out, and routes without any left. */
function routesAt({ routes }: HostedVirtualService, listener: Listener, call: Call): readonly ProxyRoute[] {
  const client = gatewayClient(listener, [listener]);
  const here = { ...call, port: listener.server.port };
  return routes().flatMap((route) => {
    if (route.alternatives.length === 0) return [route];
    const alternatives = route.alternatives.filter((conditions) =>
      conditions.every((condition) => !notForProxy(condition, here, client)),
    );
    return alternatives.length > 0 ? [{ ...route, alternatives }] : [];
  });
}

/**
 * The server that sends requests for a host on to https. Servers of one port share the hosts they serve: one of them with
 * `httpsRedirect` is enough, whichever names the host best.
 */
export function redirectingListener(mesh: Mesh, listeners: readonly Listener[], call: Call): Listener | undefined {
  const host = hostOfAuthority(call);
  const served = listeners.flatMap((listener) => {
    // One that is for the routes of a namespace redirects only where it has some.
    const open = listener.server.hosts.filter(({ namespace }) => namespace === '*');
    const own = listener.server.httpsRedirect ? open.map((offered) => offered.host) : [];
    const routed = boundAt(mesh, listener, call).map(({ name }) => name);
    return [...own, ...routed].filter((name) => covers(name, host)).map((name) => ({ listener, name }));
  });
  const [best] = served.sort((a, b) => bySpecificity(a.name, b.name));
  return served.find(({ listener, name }) => name === best?.name && listener.server.httpsRedirect)?.listener;
}

/** Hosts that both the VirtualService and a server name, as the narrower of the two writes them. */
function narrowedHosts(
  { config, hosts }: HostedVirtualService,
  { gateway, server, workload }: Listener,
): readonly string[] {
  if (!config.gateways.includes(gateway.id) || config.http.length === 0) return [];
  if (!isVisible(config.exportTo, config.namespace, workload.namespace)) return [];
  return server.hosts
    .filter(({ namespace }) => namespace === '*' || namespace === config.namespace)
    .flatMap((offered) =>
      hosts.flatMap((host) => (covers(offered.host, host) ? [host] : covers(host, offered.host) ? [offered.host] : [])),
    );
}

function apart(route: ProxyRoute): readonly ProxyRoute[] {
  return route.alternatives.length < 2 ? [route] : route.alternatives.map((one) => ({ ...route, alternatives: [one] }));
}

/** What comes after a route that takes anything is left out before VirtualServices are merged. */
function reachable(routes: readonly ProxyRoute[]): readonly ProxyRoute[] {
  const last = routes.findIndex(takesAnything);
  return last === -1 ? routes : routes.slice(0, last + 1);
}

/**
 * No condition at all, or only that the path starts with `/` or is any; what is settled by the proxy itself is none.
 * @see https://github.com/istio/istio/blob/release-1.31/pilot/pkg/networking/core/route/route.go (`IsCatchAllRoute`)
 */
function takesAnything({ alternatives }: ProxyRoute): boolean {
  if (alternatives.length === 0) return true;
  return alternatives.some((conditions) =>
    conditions.every(({ uri, scheme, method, authority, headers, withoutHeaders, queryParams }) => {
      const others = [scheme, method, authority, ...headers, ...withoutHeaders, ...queryParams];
      return others.every((one) => one === undefined) && (!uri || isAnyPath(uri));
    }),
  );
}

const isAnyPath = ({ how, value }: StringMatch): boolean =>
  how === 'regex' ? value === '.*' : (how === 'prefix' || how === 'segments') && value === '/';
