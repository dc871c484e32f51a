import type { Span } from '../../core/span.ts';
import { type Hop, hop } from '../../core/trace.ts';
import { refOf } from '../../model/manifests/manifests.ts';
import type { VirtualService } from '../../model/mesh/virtual-service.ts';
import { spanOf } from '../../parse/yaml/located.ts';
import { answered } from './answer.ts';
import type { Call } from './call.ts';
import { hops } from './hops.ts';
import { fullHostOf } from './host.ts';
import type { RequestOutcome } from './outcome.ts';
import { clusterPolicyOf } from './policy/balancing.ts';
import { overflowShare } from './policy/overflow.ts';
import { isHttp } from './protocol.ts';
import { groupsOf, type Leg } from './receive.ts';
import type { MeshService } from './registry.ts';
import { type Extras, outcomeOf } from './result.ts';
import type { Chosen } from './route/choose.ts';
import { corsOf, sayCors } from './route/cors.ts';
import { extrasOf, faultOf } from './route/extras.ts';
import { authorityIn, withHeaders } from './route/headers.ts';
import { locationOf } from './route/rewrite.ts';
import { headersOf } from './route/told-headers.ts';
import { type Weighted, weigh } from './route/weights.ts';
import { receive } from './secure.ts';
import type { Sending } from './sending.ts';
import { leave } from './sidecar/outbound.ts';
import { type Target, upstreamOf } from './upstream.ts';

/** Does what a matched route says with a call. Faults come before CORS, as in the filter chains that `istiod` makes. */
export function forward(sending: Sending, chosen: Chosen): RequestOutcome {
  const { route, owner } = chosen;
  if (route.redirect) return redirected(sending, chosen);
  if (route.directResponse) {
    const { status, node } = route.directResponse;
    const where = { resource: refOf(owner.resource), at: spanOf(node) ?? owner.resource.at };
    sending.say(hop(hops, 'route', 'answeredDirectly', { status }, where));
    return outcomeOf([], status, answerHeaders(chosen));
  }
  const fault = faultOf(route);
  const cors = (fault?.abort?.share ?? 0) < 1 ? corsOf(chosen, sending.call) : undefined;
  if (cors) sayCors(chosen, cors, sending.say);
  if (cors?.preflight) return outcomeOf([], 200, { ...(fault && { fault }), cors });
  const routed = extrasOf(chosen, sending.call, sending.say);
  const parts = headerParts(chosen, fault?.abort?.share ?? 0);
  const [requestHeaders, responseHeaders] = [headersOf(parts, 'request'), headersOf(parts, 'response')];
  const extras = {
    ...routed,
    ...(cors && { cors }),
    ...(requestHeaders && { requestHeaders }),
    ...(responseHeaders && { responseHeaders }),
  };
  const changed = { ...sending, call: afterRewrite(sending.call, extras) };
  const aborted = extras.fault?.abort;
  const legs = weigh(route.destinations).flatMap((weighted) => {
    const target = { ...targetOf(owner, route.destinations.length, weighted, sending.say), ofListener: true as const };
    const call = changedFor(changed.call, chosen, weighted, routed.rewrite?.authority !== undefined);
    return sendTo({ ...changed, call }, target, weighted.share * (1 - (aborted?.share ?? 0)));
  });
  return answered(aborted ? [...reaching(legs, aborted), abortedLeg(aborted)] : legs, sending.call, extras);
}

/**
 * A call on its way to one of the destinations. Envoy does what the destination says before what the route says, but for a
 * destination that stands alone, whose operations `istiod` puts behind those of the route.
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/headers#custom-request-response-headers
 */
function changedFor(call: Call, { route }: Chosen, { destination }: Weighted, isAuthoritySet: boolean): Call {
  const own = destination.node.headers;
  const blocks = route.destinations.length === 1 ? [route.headers, own] : [own, route.headers];
  const authority = isAuthoritySet ? undefined : authorityIn(own);
  return withHeaders(authority === undefined ? call : { ...call, authority }, blocks);
}

/** Of an answer that the proxy gives by itself: there only the route counts. */
function answerHeaders({ route }: Chosen): Extras {
  const responseHeaders = headersOf([{ headers: route.headers, share: 1 }], 'response');
  return responseHeaders ? { responseHeaders } : {};
}

/** @param aborted the part that the fault filter answers, which no route changes */
function headerParts({ route }: Chosen, aborted: number) {
  const reaching = 1 - aborted;
  const own = weigh(route.destinations).map(({ destination, share }) => ({
    headers: destination.node.headers,
    share: share * reaching,
  }));
  return reaching <= 0 ? [] : [...own, { headers: route.headers, share: reaching }];
}

function afterRewrite(call: Call, { rewrite }: Extras): Call {
  if (!rewrite) return call;
  return { ...call, path: rewrite.path ?? call.path, authority: rewrite.authority ?? call.authority };
}

/** With every request aborted, nobody else has a say. */
function reaching(legs: readonly Leg[], { share }: { readonly share: number }): readonly Leg[] {
  return share >= 1 ? [] : legs;
}

function abortedLeg({ status, share }: { readonly status: number; readonly share: number }): Leg {
  return { failure: { refusal: 'fault-aborted', flag: 'FI', status, share } };
}

function redirected({ call, say }: Sending, chosen: Chosen): RequestOutcome {
  const { route, owner, conditions } = chosen;
  const { redirect } = route;
  if (!redirect) return outcomeOf([], undefined);
  const location = locationOf(redirect, conditions, call);
  const where = { resource: refOf(owner.resource), at: spanOf(redirect.node) ?? owner.resource.at };
  say(hop(hops, 'route', 'redirected', { status: redirect.code, location }, where));
  return { ...outcomeOf([], redirect.code, answerHeaders(chosen)), redirect: { location } };
}

/** The Service as it is: no route changes anything. */
export function passThrough(sending: Sending, service: MeshService | 'outside', extras: Extras = {}): RequestOutcome {
  if (service === 'outside') return leave(sending);
  const target = { host: service.host, port: sending.call.port, subset: undefined };
  return answered(sendTo(sending, target, 1), sending.call, extras);
}

/** Sends part of the traffic to one destination. */
export function sendTo(sending: Sending, target: Target, share: number): readonly Leg[] {
  const { mesh, client, call, say } = sending;
  const upstream = upstreamOf(mesh, client, target, call.port, say);
  if ('failure' in upstream) return [{ failure: { ...upstream.failure, share } }];
  const arrival = { mesh, client, call, upstream, to: upstream.service.host, http: isHttp(call, upstream.port) };
  const lost = overflowShare(upstream, call.concurrent, say);
  const cluster = clusterPolicyOf(upstream, say);
  const about = cluster ? { cluster } : {};
  const arriving = share * (1 - lost);
  const followed = arriving > 0 ? sending.follow?.(sending, upstream, arriving) : undefined;
  const legs = followed ?? groupsOf(upstream.endpoints, arriving).map((group) => receive(arrival, group, say));
  const through = legs.map((leg) => ({ ...leg, ...about }));
  if (lost === 0) return through;
  const failure = {
    refusal: 'upstream-overflow',
    flag: 'UO',
    status: 503,
    host: arrival.to,
    share: share * lost,
  } as const;
  return lost >= 1 ? [{ failure, ...about }] : [...through, { failure }];
}

/** The destination of a route, told with its part of the traffic. */
export function targetOf(
  { namespace, resource }: VirtualService,
  destinations: number,
  { destination, weight, sum, share }: Weighted,
  say: (hop: Hop) => void,
): Target {
  const host = fullHostOf(destination.host, namespace);
  const name = destination.subset === undefined ? destination.host : `${destination.host} (${destination.subset})`;
  const where = { resource: refOf(resource), at: destinationSpan(destination.node) ?? resource.at };
  if (destinations === 1) say(hop(hops, 'destination', 'onlyDestination', { destination: name }, where));
  else {
    const data = { destination: name, percent: Math.round(share * 1000) / 10, weight, sum };
    say(hop(hops, 'destination', 'weighed', data, where));
  }
  return { host, port: destination.port, subset: destination.subset, from: { resource, node: destination.node } };
}

/** What makes a destination get its part: its weight, else which one it is. */
function destinationSpan(node: object): Span | undefined {
  const { destination } = node as { destination?: unknown };
  const written = ['weight', 'subset', 'host', 'name'].map((key) => spanOf(destination, key));
  return spanOf(node, 'weight') ?? written.find((span) => span !== undefined) ?? spanOf(node);
}
