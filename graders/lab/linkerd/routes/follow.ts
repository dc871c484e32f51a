import { code } from '../../../core/code.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, type Resource, refOf } from '../../../model/manifests/manifests.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { isHeadless, type PodState, type Service } from '../../cluster/index.ts';
import { hops } from '../hops.ts';
import type { LinkerdMesh } from '../mesh.ts';
import type { CallAddress, LinkerdCall } from '../traffic/call.ts';
import { opaqueToward, skipsOutbound } from '../traffic/opaque.ts';
import type { Loss, Parties, Targets } from '../traffic/targets.ts';
import { type Backend, backendsOf } from './backends.ts';
import { type AnswerHeader, headerOperations, redirectOf, redirectsIn, withHeaders } from './filters.ts';
import { readRoute, type Taken, takenBy } from './find.ts';
import { methodPattern } from './grpc.ts';
import { hiddenRoutes, isReadable, outboundRoutes, unknownFilterOf } from './outbound.ts';
import { overridesRoutes, profileOf } from './profile.ts';
import { headerOf, requestOf } from './request.ts';
import { tellProblem, tellTaken, tellWeights } from './tell.ts';
import { toward } from './toward.ts';

/** Part of the requests, on its way to one backend. */
export interface Leg {
  /** Of all the requests. */
  readonly share: number;
  readonly where: Targets;
  /** As the server gets it. */
  readonly call: LinkerdCall;
  /** Full name of the Service. */
  readonly host: string;
  /** What was done to its headers. */
  readonly requestHeaders: readonly AnswerHeader[];
  readonly answerHeaders: readonly AnswerHeader[];
}

/** What the proxy of a client makes of a request by HTTPRoutes. */
export interface Followed {
  readonly hops: readonly Hop[];
  readonly legs: readonly Leg[];
  readonly losses: readonly Loss[];
  /** The proxy answers by itself. */
  readonly answer?: { readonly status: number; readonly location?: string };
}

/** A request to a Service, by a pod. */
interface Asking {
  readonly mesh: LinkerdMesh;
  readonly call: LinkerdCall;
  readonly client: PodState;
  readonly address: CallAddress;
  readonly service: Service;
}

/**
 * Follows the HTTPRoutes of a Service, which the proxy of the client carries out before anything else happens to a request.
 * @returns where it goes then; without legs, losses or an answer no route has a say, and the hops tell why
 * @see https://linkerd.io/2-edge/reference/httproute/
 */
export function follow(mesh: LinkerdMesh, call: LinkerdCall, { client, address, service }: Parties): Followed {
  const nothing = { hops: [], legs: [], losses: [] };
  if (!client || !service || address?.scheme !== 'http') return nothing;
  const written = outboundRoutes(mesh, service, address.port, client.namespace);
  if (written.length === 0) return nothing;
  const asking = { mesh, call, client, address, service };
  const why = whyNone(asking, written);
  if (why.length > 0) return { ...nothing, hops: why };
  const unreadable = [...written.flatMap(tellUnreadable), ...tellHidden(mesh, service, address.port, written)];
  const routes = written.filter(isReadable);
  if (routes.length === 0) return { ...nothing, hops: unreadable };
  const followed = throughRoutes(asking, routes);
  return { ...followed, hops: [...unreadable, ...followed.hops] };
}

/** Why the routes of a Service have no say, whatever they are. */
function whyNone({ mesh, client, address, service }: Asking, routes: readonly Resource[]): readonly Hop[] {
  const tell = (make: (route: Resource) => Hop) => routes.map(make);
  const from = `${client.namespace}/${client.workload.name}`;
  const { port } = address;
  const named = (route: Resource) => ({ kind: route.kind, route: route.name, service: service.name });
  const at = (route: Resource) => ({ resource: refOf(route), at: fieldSpan(route, 'spec', 'parentRefs') });
  if (!mesh.isMeshed(client)) {
    return tell((route) =>
      hop(hops, 'route', 'routesWithoutProxy', { kind: route.kind, route: route.name, from }, at(route)),
    );
  }
  if (skipsOutbound(mesh, client, port)) {
    return tell((route) =>
      hop(hops, 'route', 'routesSkipped', { kind: route.kind, route: route.name, from, port }, at(route)),
    );
  }
  if (isHeadless(service)) return tell((route) => hop(hops, 'route', 'routesHeadless', named(route), at(route)));
  if (opaqueToward(mesh, service, port)) {
    return tell((route) => hop(hops, 'route', 'routesOpaque', { ...named(route), port }, at(route)));
  }
  const profile = profileOf(mesh.state.resources, service, client.namespace);
  if (!profile || !overridesRoutes(profile)) return [];
  const where = { resource: refOf(profile), at: profile.at };
  return tell((route) => hop(hops, 'route', 'routesOverridden', named(route), where));
}

/** GRPCRoutes are all that counts where there are some. */
function tellHidden(mesh: LinkerdMesh, service: Service, port: number, routes: readonly Resource[]): readonly Hop[] {
  return hiddenRoutes(mesh, service, port, routes).map((route) => {
    const where = { resource: refOf(route), at: fieldSpan(route, 'spec', 'parentRefs') };
    return hop(hops, 'route', 'behindCalls', { route: route.name, service: service.name }, where);
  });
}

function tellUnreadable(route: Resource): readonly Hop[] {
  const pattern = methodPattern(route);
  if (pattern) {
    const at = spanOf(pattern, 'type') ?? spanOf(pattern) ?? route.at;
    return [hop(hops, 'route', 'methodPattern', { route: route.name }, { resource: refOf(route), at })];
  }
  const filter = unknownFilterOf(route);
  if (!filter) return [];
  const where = { resource: refOf(route), at: spanOf(filter.node, 'type') ?? spanOf(filter.node) ?? route.at };
  return [hop(hops, 'route', 'filterUnknown', { route: route.name, filter: filter.type }, where)];
}

function throughRoutes(asking: Asking, routes: readonly Resource[]): Followed {
  const { call, address, service, client } = asking;
  const bad = routes.flatMap((route) => invalidIn(route));
  if (bad.length > 0) return { hops: bad, legs: [], losses: [], answer: { status: 500 } };
  const request = requestOf(call, address);
  const taken = takenBy(routes, request);
  if (!taken) {
    const [first] = routes as [Resource];
    const { method, path } = request;
    const from = `${client.namespace}/${client.workload.name}`;
    const data = { service: service.name, routes: routes.map(({ name }) => code(name)), method, path, from };
    const where = { resource: refOf(first), at: fieldSpan(first, 'spec', 'rules') };
    return { hops: [hop(hops, 'route', 'noRouteOut', data, where)], legs: [], losses: [], answer: { status: 404 } };
  }
  const redirect = redirectOf(taken, request, authorityOf(call, address));
  if (redirect && 'location' in redirect) {
    const { status, location, node } = redirect;
    const where = { resource: refOf(taken.route), at: spanOf(node) ?? taken.route.at };
    const said = [tellTaken(taken), hop(hops, 'route', 'redirected', { status, location }, where)];
    return { hops: said, legs: [], losses: [], answer: { status, location } };
  }
  return spread(asking, taken);
}

/** A redirect that the proxies cannot read leaves a Service without any policy that they could follow. */
function invalidIn(route: Resource): readonly Hop[] {
  const rules = readRoute(route).rules.map(({ node }) => node);
  return rules.flatMap((rule) => {
    const path = redirectsIn(rule)
      .map((redirect) => fields(redirect.path))
      .find(({ replacePrefixMatch }) => typeof replacePrefixMatch === 'string');
    if (!path) return [];
    const where = { resource: refOf(route), at: spanOf(path) ?? route.at };
    return [hop(hops, 'route', 'redirectPrefix', { route: route.name }, where)];
  });
}

function authorityOf(call: LinkerdCall, { host, port }: CallAddress): string {
  return headerOf({ headers: call.headers ?? {} }, 'host') ?? (port === 80 ? host : `${host}:${port}`);
}

/** The requests of a rule over its backends. One that has nobody is left out for as long as another one has somebody. */
function spread(asking: Asking, taken: Taken): Followed {
  const { mesh, service, address } = asking;
  const { rule } = taken;
  const written = Array.isArray(rule.backendRefs) && rule.backendRefs.length > 0;
  const itself = { node: rule, name: service.name, weight: 1, to: { service, port: address.port } };
  const backends: readonly Backend[] = written ? backendsOf(mesh.state.resources, taken) : [itself];
  const said = [tellTaken(taken), ...(written ? tellWeights(taken, backends) : [])];
  if (backends.length === 0) return { hops: said, legs: [], losses: [], answer: { status: 500 } };
  const sent = backends.map((backend) => ({ backend, where: backend.to && toward(asking, backend.to) }));
  const hasNobody = ({ where }: (typeof sent)[number]) => where?.refusal === 'no-endpoints';
  const some = sent.filter((one) => !hasNobody(one));
  const counted = some.length > 0 ? some : sent;
  const sum = counted.reduce((total, { backend }) => total + backend.weight, 0);
  const empty = some.length > 0 ? sent.filter(hasNobody) : [];
  const parts = counted.map(({ backend, where }) => partOf(asking, taken, backend, where, backend.weight / sum));
  return {
    hops: [
      ...said,
      ...sent.flatMap(({ backend, where }) => [...tellProblem(taken, backend), ...(where?.hops ?? [])]),
      ...empty.flatMap(({ backend }) => tellProblem(taken, { ...backend, problem: 'empty' })),
    ],
    legs: parts.flatMap(({ leg }) => leg),
    losses: parts.flatMap(({ losses }) => losses),
  };
}

/** What becomes of the requests for one backend. */
function partOf(
  { call }: Asking,
  { rule }: Taken,
  { node, to, name }: Backend,
  where: (Targets & { readonly host: string }) | undefined,
  share: number,
): { readonly leg: readonly Leg[]; readonly losses: readonly Loss[] } {
  if (!to || !where) return { leg: [], losses: [{ share, refusal: 'cluster-not-found', status: 500, host: name }] };
  const { host } = where;
  const losses = where.losses.map((one) => ({ ...one, host, share: one.share * share }));
  if (where.targets.length === 0) {
    const status = where.refusal === 'no-endpoints' ? { status: 504 } : {};
    return { leg: [], losses: [{ share, refusal: where.refusal ?? 'no-endpoints', host, ...status }] };
  }
  const operations = (side: 'request' | 'response') => [
    ...headerOperations(rule.filters, side),
    ...(node === rule ? [] : headerOperations(node.filters, side)),
  ];
  const leg = {
    share,
    where,
    host,
    call: withHeaders(call, operations('request')),
    requestHeaders: operations('request'),
    answerHeaders: operations('response'),
  };
  return { leg: [leg], losses };
}
