import { hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import type { PodState } from '../../cluster/index.ts';
import { answered } from '../answer.ts';
import { forward, passThrough } from '../forward.ts';
import { gatewayNameLabel } from '../gateway-api/gateways.ts';
import { guard } from '../guard.ts';
import type { Authorization, RequestOutcome } from '../outcome.ts';
import { isHttp } from '../protocol.ts';
import type { Group } from '../receive.ts';
import type { MeshPort, MeshService } from '../registry.ts';
import { asAssumed, outcomeOf, unrouted } from '../result.ts';
import { chooseRoute } from '../route/choose.ts';
import { isReachable, receive } from '../secure.ts';
import type { Sending } from '../sending.ts';
import type { Client } from '../source.ts';
import { hops } from './hops.ts';
import { waypointRoutes } from './routes.ts';
import { managed, tunnelPort, type Waypoint } from './waypoints.ts';

/** What was addressed: a Service on one of its ports, or pods by their address. */
export type Addressed = ServicePort | Pods;

interface ServicePort {
  readonly service: MeshService;
  readonly port: MeshPort;
}

interface Pods {
  readonly host: string;
  readonly port: MeshPort;
  readonly group: Group;
}

/**
 * What a waypoint makes of traffic that a node proxy, or a gateway, hands it: authentication and authorization, by the
 * identity of the client; then, for a Service, its routes and DestinationRules. It goes on to the pods under an identity
 * of its own, which is the one that their node proxies or sidecars see.
 * @see https://istio.io/latest/docs/ambient/architecture/data-plane/#in-mesh-routing-with-waypoint-enabled
 */
export function throughWaypoint(sending: Sending, waypoint: Waypoint, to: Addressed): RequestOutcome {
  const { mesh, client, call, say } = sending;
  const host = 'service' in to ? to.service.host : to.host;
  const own = podOf(waypoint);
  const mark = markOf(waypoint);
  const seen = { ...(client.proxied && { flag: 'UF', status: 503 }), host, workload: waypoint.name, share: 1 };
  if (!isReachable(sending, { pods: [own], port: tunnelPort }, say)) {
    return outcomeOf([{ failure: { refusal: 'blocked-by-network-policy', ...seen } }], undefined);
  }
  const http = isHttp(call, to.port);
  const enforcer = { ...own, waypoint: 'service' in to ? addressed(to) : {} };
  const verdict = guard({ mesh, client, call, http }, enforcer, to.port.number, true, say);
  if ('status' in verdict) {
    const { status, refusal, authorization } = verdict;
    const failure = { refusal, ...(http && { status }), host, workload: waypoint.name, waypoint: mark, share: 1 };
    return outcomeOf([{ failure, ...(authorization && { authorization }) }], undefined);
  }
  const passed = { mesh, client: asClient(waypoint, own), call: { ...call, port: to.port.number }, say };
  const outcome = 'service' in to ? toService(passed, waypoint, to.service, http) : toPods(passed, to, http);
  return marked(verdict.assumed ? asAssumed(outcome) : outcome, mark, verdict.authorization);
}

function addressed({ service, port }: ServicePort) {
  const podPort = service.endpoints(port.number)[0]?.port;
  return { service, ...(podPort !== undefined && { podPort }) };
}

function toService(sending: Sending, waypoint: Waypoint, service: MeshService, http: boolean): RequestOutcome {
  const { mesh, client, call, say } = sending;
  if (!http) return passThrough(sending, service);
  const routes = waypointRoutes(mesh, waypoint.namespace, service, call.port, say);
  if (!routes) {
    say(hop(hops, 'route', 'noRoutes', { host: service.host }, { resource: refOf(waypoint.resource) }));
    return passThrough(sending, service);
  }
  const chosen = chooseRoute(routes, call, client, say);
  if (chosen) return forward(sending, chosen);
  return unrouted();
}

function toPods({ mesh, client, call, say }: Sending, { host, group }: Pods, http: boolean) {
  return answered([receive({ mesh, client, call, http, to: host }, group, say)], call);
}

/** With the waypoint on every way it took, and its permission, unless somebody behind it denies. */
function marked(outcome: RequestOutcome, mark: string, permission: Authorization): RequestOutcome {
  const kept = outcome.authorization.decision === 'deny' || permission.policy === undefined;
  return {
    ...outcome,
    destinations: outcome.destinations.map((one) => ({ ...one, waypoint: mark })),
    failures: outcome.failures.map((one) => ({ ...one, waypoint: mark })),
    authorization: kept ? outcome.authorization : permission,
  };
}

const markOf = ({ namespace, name }: Waypoint): string => `${namespace}/${name}`;

function asClient({ namespace, name }: Waypoint, { labels, serviceAccount, ip }: PodState): Client {
  return {
    label: `${namespace}/${name}`,
    namespace,
    labels,
    serviceAccount,
    proxied: true,
    tunnels: true,
    ip,
    gateways: ['mesh'],
  };
}

/** Only the proxy runs in it. */
function podOf({ resource, namespace, name, serviceAccount }: Waypoint): PodState {
  return {
    name,
    namespace,
    labels: { [gatewayNameLabel]: name, [managed.label]: managed.value },
    annotations: {},
    serviceAccount,
    workload: { kind: 'Deployment', name },
    phase: 'Running',
    ready: true,
    ip: '10.244.0.13',
    containers: [],
    initContainers: [],
    from: resource,
    at: resource.at,
  };
}
