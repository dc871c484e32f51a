import { hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { isOfGatewayApi } from '../../../model/mesh/gateway-api.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { type Call, hostOfAuthority } from '../call.ts';
import { type ChosenConnection, connectAlong } from '../connection.ts';
import { forward } from '../forward.ts';
import { sayClosedListeners } from '../gateway-api/told.ts';
import { guard } from '../guard.ts';
import { hops } from '../hops.ts';
import { bySpecificity } from '../host.ts';
import type { RequestOutcome } from '../outcome.ts';
import { readPath } from '../read-path.ts';
import { asAssumed, outcomeOf, unrouted } from '../result.ts';
import { type Chosen, chooseRoute } from '../route/choose.ts';
import { locationOf } from '../route/rewrite.ts';
import type { ProxyRoute } from '../route/routes.ts';
import type { Sending } from '../sending.ts';
import { type Chain, chainFor, mergedServers, opensTls, sayTaken, tcpRouteAt } from './chains.ts';
import { gatewayClient, outsideIp } from './client.ts';
import { hostFor, type Listener, listenersOn, servesHost } from './listen.ts';
import { sayNotServed } from './not-served.ts';
import { gatewayRoutes, redirectingListener } from './virtual-hosts.ts';

/**
 * A request from beyond the cluster, at the door that its port and host name. Servers that speak HTTP share their routes;
 * over TLS the name that the client asks for (SNI) chooses one server, and with it the routes.
 * @param wanted name of the gateway workload the client connects to
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export function enter(sending: Omit<Sending, 'client'>, wanted: string | undefined): RequestOutcome {
  const { mesh, call, say } = sending;
  const listeners = mergedServers(listenersOn(mesh, call.port, wanted), say);
  const [first] = listeners;
  if (!first) {
    sayClosedListeners({ mesh, say }, call.port);
    say(hop(hops, 'gateway', 'noListener', { port: call.port }));
    return outcomeOf([{ failure: { refusal: 'no-listener', share: 1 } }], undefined);
  }
  const chain = call.scheme === 'https' ? chainFor(sending, listeners) : undefined;
  const asked = call.scheme === 'http' ? hostOfAuthority(call) : call.host;
  const serving = listeners
    .filter((listener) => servesHost(listener, asked))
    .sort((a, b) => bySpecificity(hostFor(a, asked), hostFor(b, asked)));
  const listener =
    chain?.listener ??
    serving.find(({ server }) => speaks(server.protocol, call.scheme)) ??
    listeners.find(({ server }) => server.protocol === 'TCP') ??
    serving[0] ??
    first;
  say(hop(hops, 'gateway', 'listens', { gateway: listener.gateway.resource.name, port: call.port }, placeOf(listener)));
  const opened = call.scheme === 'https' ? [listener] : listeners;
  const client = gatewayClient(listener, opened);
  return { ...admit({ ...sending, client }, listener, chain, opened), gateway: client.label };
}

/** @param chain what takes a connection with TLS; absent where nothing of the port is for the name that is asked for */
function admit(
  passed: Sending,
  listener: Listener,
  chain: Chain | undefined,
  opened: readonly Listener[],
): RequestOutcome {
  const { call, say } = passed;
  const where = placeOf(listener);
  if (listener.server.protocol === 'TCP') return along(passed, tcpRouteAt(passed.mesh, listener));
  if (call.scheme === 'https' && !chain && isPassedOn(listener)) return along(passed, undefined);
  if (!speaks(listener.server.protocol, call.scheme) || (call.scheme === 'https' && !chain)) {
    say(hop(hops, 'gateway', 'otherProtocol', { port: call.port, protocol: listener.server.protocol }, where));
    return outcomeOf([{ failure: { refusal: 'tls-refused', share: 1 } }], undefined);
  }
  const redirecting = call.scheme === 'http' && redirectingListener(passed.mesh, opened, call);
  if (redirecting) return toHttps(passed, redirecting);
  if (call.scheme === 'https' && wantsCertificate(listener) && !call.clientCertificate) {
    const mode = { ...where, at: spanOf(listener.server.node.tls, 'mode') ?? where.at };
    say(hop(hops, 'gateway', 'certificateMissing', { mode: listener.server.tlsMode ?? '' }, mode));
    return outcomeOf([{ failure: { refusal: 'tls-refused', share: 1 } }], undefined);
  }
  if (chain?.chosen) {
    const inside = opensTls(listener) ? { ...passed, call: { ...call, scheme: 'tcp' as const } } : passed;
    return along(inside, chain.chosen);
  }
  return route(passed, opened);
}

/** A connection that nobody reads, along the rule that takes it. */
function along(passed: Sending, chosen: ChosenConnection | undefined): RequestOutcome {
  if (!chosen) return outcomeOf([{ failure: { refusal: 'no-route', flag: 'NR', share: 1 } }], undefined);
  sayTaken(passed, chosen);
  return connectAlong(passed, chosen);
}

const placeOf = ({ gateway: { resource }, server }: Listener) => ({
  resource: refOf(resource),
  at: spanOf(server.node) ?? resource.at,
});

const speaks = (protocol: string, scheme: string): boolean =>
  protocol === 'HTTP' ? scheme === 'http' : protocol !== 'TCP' && scheme === 'https';

/** TLS that the gateway does not open is routed by connection. */
const isPassedOn = (listener: Listener): boolean => listener.server.protocol !== 'HTTP' && !opensTls(listener);

/** `OPTIONAL_MUTUAL` asks for one too, but takes clients without it. */
function wantsCertificate({ server }: Listener): boolean {
  return server.tlsMode === 'MUTUAL' || server.tlsMode === 'ISTIO_MUTUAL';
}

function toHttps({ call, say }: Sending, { gateway, server }: Listener): RequestOutcome {
  const redirect = {
    node: {},
    uri: undefined,
    authority: undefined,
    scheme: 'https',
    port: undefined,
    derivePort: undefined,
    code: 301,
  };
  const location = locationOf(redirect, [], call);
  const at = spanOf(server.node.tls, 'httpsRedirect') ?? gateway.resource.at;
  say(hop(hops, 'gateway', 'redirected', { status: 301, location }, { resource: refOf(gateway.resource), at }));
  return { ...outcomeOf([], 301), redirect: { location } };
}

/**
 * Of several VirtualServices for a host Istio puts the rules together in no order that it defines. Here the oldest comes first.
 * @see https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services
 */
function sayOrder({ client, say }: Sending, { owner }: Chosen, routes: readonly ProxyRoute[], call: Call): void {
  const others = routes.filter((one) => one.owner.resource !== owner.resource);
  if (isOfGatewayApi(owner.resource) || others.length === 0) return;
  const also = chooseRoute(others, call, client, () => undefined);
  if (!also) return;
  const { resource } = also.owner;
  const data = { virtualService: owner.resource.name, other: resource.name };
  const where = { resource: refOf(resource), at: fieldSpan(resource, 'spec', 'hosts', 0) };
  say(hop(hops, 'route', 'undefinedOrder', data, where));
}

/** What a gateway does with HTTP: its own policies first, then the routes of the host. */
function route(unread: Sending, listeners: readonly Listener[]): RequestOutcome {
  const sending = { ...unread, call: readPath(unread) };
  const { mesh, client, call, say } = sending;
  const stranger = { ...client, proxied: false, ip: outsideIp };
  const workload = { namespace: client.namespace, labels: client.labels, ip: client.ip };
  const verdict = guard({ mesh, client: stranger, call, http: true }, workload, call.port, false, say);
  if ('status' in verdict) {
    const { status, refusal, authorization } = verdict;
    return outcomeOf([{ failure: { refusal, status, share: 1 }, ...(authorization && { authorization }) }], undefined);
  }
  const host = hostOfAuthority(call);
  const routes = gatewayRoutes(mesh, listeners, call);
  const inside = call.scheme === 'https' ? { ...call, opened: true } : call;
  const { token, headers } = verdict;
  const accepted = token ? { ...inside, headers, accepted: token } : inside;
  const chosen = routes && chooseRoute(routes, accepted, client, say);
  if (chosen) {
    sayOrder(sending, chosen, routes, accepted);
    const outcome = forward({ ...sending, call: accepted }, chosen);
    return verdict.assumed ? asAssumed(outcome) : outcome;
  }
  if (!routes) sayNotServed(sending, host);
  return unrouted();
}
