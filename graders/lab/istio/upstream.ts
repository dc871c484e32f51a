import { pairsAsCode } from '../../core/code.ts';
import { own } from '../../core/own.ts';
import type { Span } from '../../core/span.ts';
import { type Hop, hop } from '../../core/trace.ts';
import { fieldSpan, type Resource, refOf } from '../../model/manifests/manifests.ts';
import { fields } from '../../model/mesh/fields.ts';
import { isOfGatewayApi } from '../../model/mesh/gateway-api.ts';
import { byLabel } from '../../model/workloads/by-label.ts';
import { text } from '../../model/workloads/values.ts';
import { keySpanOf, spanOf } from '../../parse/yaml/located.ts';
import {
  type ClusterState,
  type Endpoint,
  hasLabels,
  type Labels,
  type PodState,
  type Service,
  whyNoEndpoints,
  whyNoneReady,
} from '../cluster/index.ts';
import { hops } from './hops.ts';
import type { Mesh } from './mesh.ts';
import type { Failure } from './outcome.ts';
import { effectiveBlock } from './policy/blocks.ts';
import { saySubsetElsewhere } from './policy/elsewhere.ts';
import { destinationRuleFor, type MergedRule } from './policy/lookup.ts';
import type { MeshPort, MeshService } from './registry.ts';
import type { Client } from './source.ts';
import { isVisible } from './visibility.ts';

/** What a proxy calls a cluster: a host, a port, perhaps a subset, and the addresses behind them. */
export interface Upstream {
  readonly service: MeshService;
  readonly port: MeshPort;
  readonly subset: string | undefined;
  readonly rule: MergedRule | undefined;
  readonly endpoints: readonly Endpoint[];
}

/** A destination of a route with its host made whole. */
export interface Target {
  readonly host: string;
  readonly port: number | undefined;
  readonly subset: string | undefined;
  /** It is of an HTTP route: a sidecar has those by port, and each knows only the Services with that port. */
  readonly ofListener?: true;
  /** The object that names it, and the destination in it, for the trace. */
  readonly from?: { readonly resource: Resource; readonly node: object };
}

export type UpstreamResult = Upstream | { readonly failure: Omit<Failure, 'share'> };

/**
 * The cluster a destination means for a client. Without a port, a Service with a single port uses it and any other the
 * port of the request; to the HTTP routes of a sidecar, a Service without the port of the request does not exist, although the
 * documentation reads as if its single port would do (`GetDestinationCluster`, `pilot/pkg/networking/core/route/route.go`). A host that is not in the registry, a port it does not have, or a subset that no DestinationRule
 * defines has no cluster (503, NC); one without ready endpoints has nobody (503, UH). There is no way from one subset to
 * another.
 * @param listenerPort the port the client connects to
 */
export function upstreamOf(
  mesh: Mesh,
  client: Client,
  target: Target,
  listenerPort: number,
  say: (hop: Hop) => void,
): UpstreamResult {
  const status = missingStatus(target);
  const service = mesh.registry.get(target.host);
  if (target.host === '' && target.from) {
    const { resource, node } = target.from;
    const backend = text(fields(fields(node).destination).name) ?? '';
    say(hop(hops, 'cluster', 'backendNotAllowed', { route: resource.name, backend, status }, placeOf(target, 'host')));
    return failed('cluster-not-found', target);
  }
  if (!service || !isVisible(service.exportTo, service.namespace, client.namespace)) {
    say(hop(hops, 'cluster', 'destinationUnknown', { host: target.host, status }, placeOf(target, 'host')));
    return failed('cluster-not-found', target);
  }
  const ports = service.ports.map(({ number }) => number);
  if (target.port === undefined && target.ofListener && isSidecar(client) && !ports.includes(listenerPort)) {
    const data = { host: target.host, port: listenerPort, ports };
    say(hop(hops, 'cluster', 'destinationPortGuessed', data, placeOf(target, 'host')));
    return failed('cluster-not-found', target);
  }
  const port = portFor(service, target.port, listenerPort);
  if (!port) {
    const data = { host: target.host, port: target.port ?? listenerPort, ports, status };
    say(hop(hops, 'cluster', 'destinationPortMissing', data, placeOf(target, 'port')));
    return failed('cluster-not-found', target);
  }
  const rule = destinationRuleFor(mesh, client, service);
  const endpoints = service.endpoints(port.number);
  const upstream = { service, port, subset: target.subset, rule, endpoints };
  return target.subset === undefined ? whole(mesh, upstream, say) : narrowed(mesh, client, upstream, target, say);
}

const isSidecar = ({ gateways, tunnels }: Client): boolean => gateways.includes('mesh') && tunnels !== true;

/** The name that a client's proxy asks for in the TLS of the mesh: that of the cluster, unless a rule names another. */
export function meshNameOf({ service, port, subset, rule }: Upstream): string {
  const tls = effectiveBlock(rule, subset, port.number, 'tls')?.node;
  return text(tls?.sni)?.toLowerCase() ?? `outbound_.${port.number}_.${subset ?? ''}_.${service.host}`;
}

function portFor(service: MeshService, wanted: number | undefined, listenerPort: number): MeshPort | undefined {
  const number = wanted ?? (service.ports.length === 1 ? service.ports[0]?.number : listenerPort);
  return service.ports.find((port) => port.number === number);
}

function whole({ state }: Mesh, upstream: Upstream, say: (hop: Hop) => void): UpstreamResult {
  const { service, port, endpoints } = upstream;
  if (endpoints.length > 0) return upstream;
  sayNoEndpoints(state, service, port.number, say);
  return failed('no-healthy-upstream', { host: service.host, subset: undefined });
}

/** Nobody is behind a port of a Service, and why, as far as the cluster knows. */
export function sayNoEndpoints(
  state: ClusterState,
  { kind, name, resource }: MeshService,
  port: number,
  say: (hop: Hop) => void,
): void {
  const where = { resource: refOf(resource), at: fieldSpan(resource, 'spec', 'selector') };
  say(hop(hops, 'endpoints', 'noEndpoints', { service: name }, where));
  if (kind === 'Service') for (const reason of whyNoEndpoints(state, resource as Service, port)) say(reason);
}

function narrowed(
  mesh: Mesh,
  client: Client,
  upstream: Upstream,
  target: Target,
  say: (hop: Hop) => void,
): UpstreamResult {
  const { service, rule, endpoints } = upstream;
  const name = target.subset ?? '';
  const found = rule?.subsets.find(({ subset }) => subset.name === name);
  if (!found) {
    say(hop(hops, 'subset', 'subsetUnknown', { host: service.host, subset: name }, placeOf(target, 'subset')));
    saySubsetElsewhere(mesh, client, service, name, say);
    return failed('cluster-not-found', target);
  }
  if (endpoints.length === 0) return whole(mesh, upstream, say);
  const wanted = found.subset.labels as Readonly<Record<string, string>>;
  const labels = pairsAsCode(Object.entries(wanted));
  const chosen = endpoints.filter(({ pod }) => hasLabels(wanted, pod.labels));
  const at = labelSpan(found.subset.node, wanted, endpoints) ?? found.from.resource.at;
  const where = { resource: refOf(found.from.resource), at };
  if (chosen.length === 0) {
    say(hop(hops, 'subset', 'subsetEmpty', { subset: name, labels }, where));
    saySelector(mesh, service, wanted, { subset: name, labels }, say);
    for (const reason of whyNoneReady(mesh.state, unready(mesh, service, wanted))) say(reason);
    return failed('no-healthy-upstream', target);
  }
  const data = { subset: name, host: service.host, labels, n: chosen.length, of: endpoints.length };
  say(hop(hops, 'subset', 'subsetResolved', data, where));
  return { ...upstream, endpoints: chosen };
}

/** The pods of the subset exist, and it is the Service that does not select them. */
function saySelector(
  { state }: Mesh,
  { namespace, name, resource }: MeshService,
  wanted: Labels,
  about: { readonly subset: string; readonly labels: readonly string[] },
  say: (hop: Hop) => void,
): void {
  const left = byLabel(state.pods)
    .with(namespace, wanted)
    .some(({ ready }) => ready);
  if (!left) return;
  const where = { resource: refOf(resource), at: fieldSpan(resource, 'spec', 'selector') };
  say(hop(hops, 'selector', 'subsetOutside', { ...about, service: name }, where));
}

/** The pods of a subset that are there and take no traffic. */
function unready({ state }: Mesh, { namespace }: MeshService, wanted: Labels): readonly PodState[] {
  return state.pods.filter((pod) => pod.namespace === namespace && !pod.ready && hasLabels(wanted, pod.labels));
}

/** The first label that no endpoint has, else all of them. */
function labelSpan(subset: object, labels: Labels, endpoints: readonly Endpoint[]): Span | undefined {
  const written = (subset as { labels?: unknown }).labels;
  const missing = Object.entries(labels).find(([key, value]) =>
    endpoints.every(({ pod }) => own(pod.labels, key) !== value),
  );
  return (missing && spanOf(written, missing[0])) ?? keySpanOf(subset, 'labels') ?? spanOf(subset);
}

/** The field of the destination that is to blame, or the nearest thing that was written. */
function placeOf({ from }: Target, field: 'host' | 'subset' | 'port') {
  if (!from) return {};
  const { destination } = from.node as { destination?: { port?: unknown } };
  const at =
    (field === 'port' ? spanOf(destination?.port, 'number') : undefined) ??
    spanOf(destination, field) ??
    spanOf(destination, 'host') ??
    spanOf(destination, 'name') ??
    spanOf(from.node) ??
    from.resource.at;
  return { resource: refOf(from.resource), at };
}

/**
 * What a proxy answers for a destination that does not exist: 503, but 500 for a backend of an HTTPRoute or a GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule
 */
function missingStatus({ from }: Pick<Target, 'from'>): number {
  return from && isOfGatewayApi(from.resource) && from.resource.kind !== 'TLSRoute' ? 500 : 503;
}

function failed(
  refusal: 'cluster-not-found' | 'no-healthy-upstream',
  { host, subset, from }: Pick<Target, 'host' | 'subset' | 'from'>,
) {
  const missing = refusal === 'cluster-not-found';
  const [flag, status] = missing ? ['NC', missingStatus({ ...(from && { from }) })] : ['UH', 503];
  return { failure: { refusal, flag, status, host, ...(subset === undefined ? {} : { subset }) } };
}
