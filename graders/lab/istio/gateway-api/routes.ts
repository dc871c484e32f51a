import { lazy } from '../../../core/lazy.ts';
import { type ApiRoute, anyMatch } from '../../../model/mesh/gateway-api.ts';
import type { VirtualService } from '../../../model/mesh/virtual-service.ts';
import type { HostedVirtualService } from '../hosted.ts';
import type { ProxyRoute } from '../route/routes.ts';
import { type Attachment, attachmentsOf, hostnamesOf, servesName } from './attach.ts';
import { rulesProblem } from './backends.ts';
import { listenerId } from './gateways.ts';
import { byPrecedence } from './precedence.ts';
import { ofService, readings } from './readings.ts';
import { tlsVirtualServices } from './tls-routes.ts';
import type { ApiWorld } from './world.ts';

/**
 * The HTTPRoutes and GRPCRoutes of a cluster, gathered by what they decide about (a host on a listener of a Gateway, or a Service for the
 * clients of some namespaces), each gathering read as one VirtualService. A route that a listener does not take, or whose
 * rules `istiod` cannot read, is in none of them. TLSRoutes, which route connections, stand each by itself.
 * @see https://gateway-api.sigs.k8s.io/mesh/
 */
export function apiVirtualServices(world: ApiWorld): readonly HostedVirtualService[] {
  const bound = world.routes
    .filter(({ kind }) => kind !== 'TLSRoute')
    .flatMap((resource) => {
      const { mesh, gateway } = readings(resource, world);
      return attachmentsOf(gateway, world).flatMap((attachment) => {
        if (attachment.denied) return [];
        const route = attachment.listener ? gateway : mesh;
        return rulesProblem(route, !attachment.listener, world)?.isFatal ? [] : boundTo(route, attachment, world);
      });
    });
  const gathered = new Map<string, Bound[]>();
  for (const one of bound) {
    const same = gathered.get(one.key);
    if (same) same.push(one);
    else gathered.set(one.key, [one]);
  }
  const ofRequests = [...gathered].map(([key, routes]) => ({
    name: key.replaceAll('/', '~'),
    virtual: hosted(routes as [Bound, ...Bound[]]),
  }));
  return [...ofRequests, ...tlsVirtualServices(world)]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ virtual }) => virtual);
}

/** One route for one host, on a listener or for clients of the mesh. */
interface Bound {
  readonly key: string;
  readonly route: ApiRoute;
  readonly config: VirtualService;
  readonly host: string;
  readonly port: number | undefined;
}

function boundTo(route: ApiRoute, { parent, listener }: Attachment, world: ApiWorld): readonly Bound[] {
  if (!listener) {
    const { port } = parent;
    const { host, exportTo } = ofService(route, parent);
    const key = `${route.namespace}${port === undefined ? '' : `/${port}`}/${host}`;
    return [{ key, route, config: virtual(route, ['mesh'], exportTo), host, port }];
  }
  const id = listenerId(listener);
  return hostnamesOf(route)
    .filter((host) => servesName(host, listener, world))
    .map((host) => ({ key: `${id}/${host}`, route, config: virtual(route, [id], ['*']), host, port: undefined }));
}

function virtual(
  { resource, namespace, rules }: ApiRoute,
  gateways: readonly string[],
  exportTo: readonly string[],
): VirtualService {
  return { resource, namespace, hosts: [], gateways, exportTo, http: rules, tls: [], tcp: [] };
}

function hosted(bound: readonly [Bound, ...Bound[]]): HostedVirtualService {
  const [first] = bound;
  return {
    config: first.config,
    hosts: [first.host],
    routes: lazy(() => byPrecedence(bound.flatMap(proxyRoutesOf))),
    problem: () => undefined,
  };
}

function proxyRoutesOf({ route, config, port }: Bound): readonly ProxyRoute[] {
  return route.rules.map((rule, index) => {
    const matches = port === undefined ? rule.matches : matchesOfPort(rule, port);
    return { owner: config, route: rule, number: index + 1, alternatives: matches.map((match) => [match]) };
  });
}

/** A parent with a port is only for the requests to that port, those of a rule without conditions too. */
function matchesOfPort({ matches, node }: ApiRoute['rules'][number], port: number) {
  return (matches.length > 0 ? matches : [anyMatch(node)]).map((match) => ({ ...match, port }));
}
