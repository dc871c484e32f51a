import { clusterDomain, type PodState, podNamed, podsOf } from '../../cluster/index.ts';
import { type Destination, type Failure, type Mesh, type RequestOutcome, send } from '../../istio/index.ts';
import type { Flow } from '../flow.ts';
import { gatewayNamed } from '../gateway.ts';
import type { Exchange, Observer } from './exchange.ts';
import { partsOf } from './waypoint.ts';
import { endOf, unknownEnd } from './workload.ts';

/** What becomes of a flow in the mesh, told by pairs of workloads and by status. */
export function exchangesOf(mesh: Mesh, flow: Flow): readonly Exchange[] {
  const { from, to: url, method, headers } = flow;
  const { outcome } = send(mesh, { from, url, ...(method && { method }), ...(headers && { headers }) });
  return exchangesIn(mesh, outcome, flow);
}

/** @param outcome what becomes of each request of the flow */
export function exchangesIn(mesh: Mesh, outcome: RequestOutcome, flow: Flow): readonly Exchange[] {
  const { from, to: url, headers } = flow;
  const base = {
    ...senderOf(mesh, from, outcome.gateway),
    http: !url.startsWith('tcp:') && (outcome.status !== undefined || outcome.destinations.length === 0),
    grpc: headers?.['content-type']?.startsWith('application/grpc') ?? false,
    durations: flow.durations ?? { 20: 1 },
    replicas: flow.replicas,
  };
  const delivered = outcome.destinations.flatMap((destination) =>
    statusesOf(flow).flatMap(({ status, share }) => {
      const perSecond = flow.perSecond * destination.share * share;
      const exchange = { ...base, ...arrival(mesh, destination), status, flags: '-', perSecond };
      return partsOf(mesh, exchange, destination.waypoint);
    }),
  );
  const failed = outcome.failures.flatMap((failure) => {
    const exchange = { ...base, ...lost(mesh, failure), perSecond: flow.perSecond * failure.share };
    return partsOf(mesh, exchange, failure.waypoint);
  });
  return [...delivered, ...failed].filter(({ perSecond }) => perSecond > 0);
}

function statusesOf({ statuses = {} }: Flow): readonly { status: number; share: number }[] {
  const listed = Object.entries(statuses).map(([status, share]) => ({ status: Number(status), share }));
  return [{ status: 200, share: 1 - listed.reduce((sum, { share }) => sum + share, 0) }, ...listed];
}

/** Who the proxies take for the sender: of a request from outside, the gateway that passes it on. */
function senderOf(mesh: Mesh, from: string, gateway: string | undefined) {
  if (gateway !== undefined) return gatewayOf(mesh, gateway);
  const client = podNamed(mesh.state, from);
  return { source: client ? endOf(client) : unknownEnd, sourceProxies: client ? proxiesOf(mesh, client) : [] };
}

function gatewayOf(mesh: Mesh, label: string) {
  const gateway = gatewayNamed(mesh, label);
  if (!gateway) return { source: unknownEnd, sourceProxies: [] };
  const { namespace, workload, pods } = gateway;
  const installed = { namespace, name: workload.name, ambient: false };
  const sourceProxies = pods.length > 0 ? pods.map((pod) => observer(mesh, pod)) : [installed];
  return { source: endOf(gateway), sourceProxies };
}

function proxiesOf(mesh: Mesh, of: PodState): readonly Observer[] {
  return podsOf(mesh.state, `${of.namespace}/${of.workload.name}`)
    .filter((pod) => sees(mesh, pod))
    .map((pod) => observer(mesh, pod));
}

function observer(mesh: Mesh, pod: PodState): Observer {
  return { namespace: pod.namespace, name: pod.name, ambient: mesh.isAmbient(pod), pod };
}

const sees = (mesh: Mesh, pod: PodState): boolean =>
  pod.phase === 'Running' && (mesh.hasSidecar(pod) || mesh.isAmbient(pod));

function arrival(mesh: Mesh, { workload, namespace, host, tls }: Destination) {
  const pods = readyPods(mesh, workload, namespace);
  return { ...ended(mesh, pods), ...hosted(host), tls };
}

function lost(mesh: Mesh, { workload, host = '', status = 0, flag, refusal }: Failure) {
  const service = hosted(host);
  // Only a policy of the server is seen by the server's proxy.
  const met = refusal === 'denied-by-policy' || refusal === 'invalid-token';
  const pods = workload === undefined || !met ? [] : readyPods(mesh, workload, service.serviceNamespace);
  return {
    ...ended(mesh, pods),
    ...service,
    tls: met ? ('mutual' as const) : ('plaintext' as const),
    status,
    flags: flag ?? '-',
  };
}

function ended(mesh: Mesh, pods: readonly PodState[]) {
  return {
    destination: pods[0] ? endOf(pods[0]) : unknownEnd,
    destinationProxies: pods.filter((pod) => sees(mesh, pod)).map((pod) => observer(mesh, pod)),
  };
}

function readyPods({ state }: Mesh, workload: string, namespace: string): readonly PodState[] {
  return podsOf(state, `${namespace}/${workload}`).filter(({ ready }) => ready);
}

/** Hosts of the cluster are told by the Service's name and namespace; others are their own name. */
function hosted(host: string) {
  const suffix = `.svc.${clusterDomain}`;
  const [service = '', serviceNamespace = 'unknown'] = host.endsWith(suffix)
    ? host.slice(0, -suffix.length).split('.')
    : [host];
  return { host, service: service || 'unknown', serviceNamespace };
}
