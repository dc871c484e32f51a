import { bySpecificity, covers } from '../host.ts';
import type { HostedVirtualService } from '../hosted.ts';
import type { Mesh } from '../mesh.ts';
import type { ProxyRoute } from '../route/routes.ts';
import { exportRank, isVisible } from '../visibility.ts';
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
  host: string,
): readonly ProxyRoute[] | undefined {
  const bound = listeners.flatMap((listener) =>
    mesh.virtualServices.flatMap((virtual) => {
      const { exportTo, namespace } = virtual.config;
      const rank = exportRank(exportTo, namespace, listener.workload.namespace);
      return narrowedHosts(virtual, listener).map((name) => ({ virtual, name, rank }));
    }),
  );
  const covering = bound
    .filter(({ name, virtual }) => covers(name, host) && !virtual.problem())
    .sort((a, b) => bySpecificity(a.name, b.name) || a.rank - b.rank);
  const [best] = covering;
  if (!best) return undefined;
  const same = new Set(covering.filter(({ name }) => name === best.name).map(({ virtual }) => virtual));
  const routes = [...same].flatMap((virtual) => reachable(virtual.routes()));
  return same.size === 1
    ? routes
    : [...routes.filter((route) => !takesAnything(route)), ...routes.filter(takesAnything)];
}

/**
 * The server that sends requests for a host on to https. Servers of one port share the hosts they serve: one of them with
 * `httpsRedirect` is enough, whichever names the host best.
 */
export function redirectingListener(mesh: Mesh, listeners: readonly Listener[], host: string): Listener | undefined {
  const served = listeners.flatMap((listener) => {
    const own = listener.server.httpsRedirect ? listener.server.hosts.map((offered) => offered.host) : [];
    const routed = mesh.virtualServices.flatMap((one) => (one.problem() ? [] : narrowedHosts(one, listener)));
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

/** What comes after a route that takes anything is left out before VirtualServices are merged. */
function reachable(routes: readonly ProxyRoute[]): readonly ProxyRoute[] {
  const last = routes.findIndex(takesAnything);
  return last === -1 ? routes : routes.slice(0, last + 1);
}

/** No condition at all, or only that the path starts with `/`. */
function takesAnything({ alternatives }: ProxyRoute): boolean {
  if (alternatives.length === 0) return true;
  return alternatives.some((conditions) =>
    conditions.every(
      ({ node, uri }) =>
        Object.keys(node).every((key) => key === 'uri' || key === 'name') && uri?.how === 'prefix' && uri.value === '/',
    ),
  );
}
