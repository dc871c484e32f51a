import { hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import { text } from '../../../model/workloads/values.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import type { PodState } from '../../cluster/index.ts';
import { hostOfAuthority } from '../call.ts';
import { forward } from '../forward.ts';
import { guard } from '../guard.ts';
import { hops } from '../hops.ts';
import { covers } from '../host.ts';
import type { RequestOutcome } from '../outcome.ts';
import { effectiveBlock } from '../policy/blocks.ts';
import type { Leg } from '../receive.ts';
import { asAssumed, outcomeOf, unrouted } from '../result.ts';
import { chooseRoute } from '../route/choose.ts';
import { isReachable } from '../secure.ts';
import type { Sending } from '../sending.ts';
import type { Upstream } from '../upstream.ts';
import { routeConnection } from './connection.ts';
import { type Listener, listenersAt } from './listen.ts';
import { gatewayRoutes } from './virtual-hosts.ts';

/**
 * Traffic of the mesh that a route sends to the Service of a gateway goes on from there by the routes bound to its
 * Gateways, as when it leaves the cluster through an egress gateway.
 * @param upstream where the client's proxy sends it
 * @returns undefined when no Gateway has a server on that port of those pods
 * @see https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway/
 */
export function throughGateway(sending: Sending, upstream: Upstream, share: number): readonly Leg[] | undefined {
  const { client, say } = sending;
  const { host } = upstream.service;
  const port = upstream.port.number;
  const [endpoint] = upstream.endpoints;
  const listeners = endpoint ? listenersOf(sending, endpoint.pod, port) : [];
  const [first] = listeners;
  if (!endpoint || !first) return undefined;
  const seen = { ...(client.proxied && { flag: 'UF', status: 503 }), host, workload: first.workload.name, share };
  if (!isReachable(sending, { pods: [endpoint.pod], port: endpoint.port }, say)) {
    return [{ failure: { refusal: 'blocked-by-network-policy', ...seen } }];
  }
  const arrived = arrivalOf(sending, upstream);
  const taking = listeners.filter((one) => takes(one, arrived));
  const listener = taking[0] ?? first;
  const where = {
    resource: refOf(listener.gateway.resource),
    at: spanOf(listener.server.node) ?? listener.gateway.resource.at,
  };
  say(hop(hops, 'gateway', 'listens', { gateway: listener.gateway.resource.name, port }, where));
  if (taking.length === 0) {
    say(hop(hops, 'gateway', 'otherProtocol', { port, protocol: listener.server.protocol }, where));
    return [{ failure: { refusal: 'tls-refused', ...seen } }];
  }
  const opened = arrived.sends === 'plain' ? taking : [listener];
  const outcome = passOn(sending, opened, arrived, port);
  return legsOf(outcome, share, { host, workload: listener.workload, port });
}

function listenersOf({ mesh }: Sending, { namespace, workload: { name } }: PodState, port: number) {
  return listenersAt(mesh, port, { namespace, name });
}

/** What the gateway does with all that it takes: its own policies first, then its routes. */
function passOn(
  { mesh, client, call, say }: Sending,
  listeners: readonly Listener[],
  { sends }: Arrived,
  port: number,
): RequestOutcome {
  const [listener] = listeners as readonly [Listener];
  const { workload } = listener;
  const http = call.scheme !== 'tcp' && readsHttp(listener);
  const verdict = guard({ mesh, client, call, http }, workload, port, sends === 'mesh', say);
  if ('status' in verdict) {
    const { status, refusal, authorization } = verdict;
    const failure = { refusal, ...(http && { status }), workload: workload.name, share: 1 };
    return outcomeOf([{ failure, ...(authorization && { authorization }) }], undefined);
  }
  const gateway = {
    ...workload,
    label: `${workload.namespace}/${workload.name}`,
    proxied: true,
    gateways: [...new Set(listeners.map((one) => one.gateway.id))],
  };
  const inside = { ...call, port, opened: http && call.scheme === 'https' };
  const passed = { mesh, client: gateway, call: inside, say };
  const outcome = http ? route(passed, listeners) : routeConnection(passed, listener);
  return verdict.assumed ? asAssumed(outcome) : outcome;
}

/** What comes in at the gateway: as the application sent it, or inside TLS of the client's proxy. */
interface Arrived {
  readonly sends: 'plain' | 'mesh' | 'tls' | 'application-tls';
  readonly sni: string;
}

/** A proxy uses no mutual TLS by itself towards gateways: their pods do not say that they take it. */
function arrivalOf({ call }: Sending, { rule, subset, port, service }: Upstream): Arrived {
  const tls = effectiveBlock(rule, subset, port.number, 'tls')?.node ?? {};
  const sni = text(tls.sni)?.toLowerCase() ?? `outbound_.${port.number}_.${subset ?? ''}_.${service.host}`;
  if (tls.mode === 'ISTIO_MUTUAL') return { sends: 'mesh', sni };
  if (tls.mode === 'SIMPLE' || tls.mode === 'MUTUAL') return { sends: 'tls', sni: text(tls.sni) ?? call.host };
  return call.scheme === 'https' ? { sends: 'application-tls', sni: call.host } : { sends: 'plain', sni: '' };
}

function takes({ server }: Listener, { sends, sni }: Arrived): boolean {
  if (server.protocol === 'TCP') return sends === 'plain' || sends === 'application-tls';
  if (server.protocol === 'HTTP') return sends === 'plain';
  if (!server.hosts.some(({ host }) => covers(host, sni))) return false;
  const mode = server.tlsMode ?? 'PASSTHROUGH';
  if (mode === 'ISTIO_MUTUAL') return sends === 'mesh';
  if (mode.endsWith('PASSTHROUGH')) return sends !== 'plain';
  return sends === 'tls' || (sends === 'application-tls' && mode !== 'MUTUAL');
}

/** Whether the gateway sees requests, and not only a connection. */
function readsHttp({ server }: Listener): boolean {
  return (
    server.protocol === 'HTTP' ||
    (server.protocol === 'HTTPS' && server.tlsMode !== undefined && !server.tlsMode.endsWith('PASSTHROUGH'))
  );
}

function route(sending: Sending, listeners: readonly Listener[]): RequestOutcome {
  const { mesh, client, call, say } = sending;
  const host = hostOfAuthority(call);
  const routes = gatewayRoutes(mesh, listeners, call);
  const chosen = routes && chooseRoute(routes, call, client, say);
  if (chosen) return forward(sending, chosen);
  if (!routes) say(hop(hops, 'route', 'hostNotServed', { host, gateways: [...client.gateways] }));
  return unrouted();
}

/** What the gateway did with its part; where it answered by itself, it is the one that got the request. */
export function legsOf(
  { destinations, failures, authorization }: RequestOutcome,
  share: number,
  own: {
    readonly host: string;
    readonly workload: Pick<Listener['workload'], 'namespace' | 'name' | 'labels'>;
    readonly port: number;
  },
): readonly Leg[] {
  const legs = [
    ...destinations.map((destination) => ({ destination: { ...destination, share: destination.share * share } })),
    ...failures.map((failure) => ({ failure: { ...failure, share: failure.share * share } })),
  ];
  if (legs.length > 0) return legs.map((leg) => ({ ...leg, authorization }));
  const { namespace, name, labels } = own.workload;
  const { host, port } = own;
  return [{ destination: { workload: name, namespace, host, port, share, tls: 'plaintext', labels } }];
}
