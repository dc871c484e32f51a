import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { isOfGatewayApi } from '../../../model/mesh/gateway-api.ts';
import type { HttpMatch } from '../../../model/mesh/http-route.ts';
import { bySpecificity, covers } from '../host.ts';
import type { HostedVirtualService } from '../hosted.ts';
import type { Mesh } from '../mesh.ts';
import type { MeshService } from '../registry.ts';
import type { ProxyRoute } from '../route/routes.ts';
import { isVisible } from '../visibility.ts';
import { hops } from './hops.ts';

/**
 * The routes that a waypoint applies to a Service: those of the HTTPRoutes and GRPCRoutes whose parent it is, else of the VirtualService
 * of its host. Only routes of the waypoint's namespace and of the Service's count, and who sends does not matter to them.
 * VirtualServices are alpha there, and both kinds at once are undefined.
 * @param namespace of the waypoint
 * @param port of the Service
 * @returns undefined where no route is for that host and port: then the request goes to the Service as it is
 * @see https://istio.io/latest/docs/ambient/usage/l7-features/#traffic-routing
 */
export function waypointRoutes(
  mesh: Mesh,
  namespace: string,
  service: MeshService,
  port: number,
  say: (hop: Hop) => void,
): readonly ProxyRoute[] | undefined {
  const near = [namespace, service.namespace];
  const candidates = mesh.virtualServices
    .map((virtual) => ({ virtual, best: bestHost(virtual, service.host) }))
    .filter(({ virtual, best }) => best !== undefined && isUsable(virtual, namespace))
    .filter(({ virtual }) => near.includes(virtual.config.namespace) || sayFar(virtual, say))
    .sort((a, b) => kindOf(a.virtual) - kindOf(b.virtual) || bySpecificity(a.best ?? '*', b.best ?? '*'));
  const [chosen, ...others] = candidates;
  if (!chosen) return undefined;
  const other = others.find(({ virtual }) => kindOf(virtual) !== kindOf(chosen.virtual));
  if (other) sayMixed(service.host, chosen.virtual, other.virtual, say);
  const routes = chosen.virtual.routes().flatMap((route) => asWaypointRoute(route, port));
  return routes.length > 0 ? routes : undefined;
}

/** Tells of routes for a Service that nobody applies, since the request goes through no waypoint. */
export function sayIdleRoutes(mesh: Mesh, client: string, service: MeshService, say: (hop: Hop) => void): void {
  for (const virtual of mesh.virtualServices) {
    if (bestHost(virtual, service.host) === undefined || !isUsable(virtual, client)) continue;
    const { resource } = virtual.config;
    const field = isOfGatewayApi(resource) ? 'parentRefs' : 'hosts';
    const where = { resource: refOf(resource), at: fieldSpan(resource, 'spec', field, 0) };
    say(hop(hops, 'route', 'idleRoutes', { name: resource.name, host: service.host }, where));
  }
}

function bestHost({ hosts }: HostedVirtualService, host: string): string | undefined {
  return hosts.filter((pattern) => covers(pattern, host)).sort(bySpecificity)[0];
}

function isUsable({ config, problem }: HostedVirtualService, client: string): boolean {
  const { gateways, exportTo, namespace, http } = config;
  return gateways.includes('mesh') && isVisible(exportTo, namespace, client) && http.length > 0 && !problem();
}

/** The routes of the Gateway API first. */
const kindOf = ({ config }: HostedVirtualService): number => (isOfGatewayApi(config.resource) ? 0 : 1);

function sayFar({ config: { resource, namespace } }: HostedVirtualService, say: (hop: Hop) => void): false {
  const where = { resource: refOf(resource), at: fieldSpan(resource, 'metadata', 'namespace') };
  say(hop(hops, 'route', 'routesOfOthers', { name: resource.name, namespace }, where));
  return false;
}

function sayMixed(
  host: string,
  { config: { resource: route } }: HostedVirtualService,
  { config: { resource } }: HostedVirtualService,
  say: (hop: Hop) => void,
): void {
  const data = { host, kind: route.kind, route: route.name, name: resource.name };
  const where = { resource: refOf(resource), at: fieldSpan(resource, 'spec', 'hosts', 0) };
  say(hop(hops, 'route', 'mixed', data, where));
}

/** Without the alternatives for other ports, and without conditions on the client, which waypoints do not look at. */
function asWaypointRoute(route: ProxyRoute, port: number): readonly ProxyRoute[] {
  const here = route.alternatives.filter((conditions) => conditions.every((one) => (one.port ?? port) === port));
  if (route.alternatives.length > 0 && here.length === 0) return [];
  return [{ ...route, alternatives: here.map((conditions) => conditions.map(fromAnyone)) }];
}

function fromAnyone(match: HttpMatch): HttpMatch {
  return { ...match, sourceLabels: fields(undefined), sourceNamespace: undefined, gateways: undefined };
}
