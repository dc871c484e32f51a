import { type Hop, hop } from '../../../core/trace.ts';
import {
  type ClusterState,
  endpointsOf,
  findService,
  isHeadless,
  type PodState,
  plainRequest,
  podNamed,
  portsOf,
  type Service,
} from '../../cluster/index.ts';
import { hops } from '../hops.ts';
import { addressOf, type CallAddress, type LinkerdCall } from './call.ts';

/** A pod, or something beyond the cluster, that receives part of the traffic of a call. */
export interface Target {
  readonly workload: string;
  readonly namespace: string;
  /** Port of the pod. */
  readonly port: number;
  readonly share: number;
  readonly status?: number;
  /** It is only taken to answer. */
  readonly assumed?: true;
  /** Absent for what is no pod of the cluster. */
  readonly pod?: PodState;
}

/** Who calls whom. */
export interface Parties {
  readonly client?: PodState;
  readonly address?: CallAddress;
  /** The Service that is dialed, where the host is one. */
  readonly service?: Service;
}

/** Part of a call that reaches nobody. */
export interface Loss {
  readonly share: number;
  /** As the network says it, or that the destination of a route is not there. */
  readonly refusal: string;
  /** What the proxy of the client answers instead; absent where the connection just breaks. */
  readonly status?: number;
  /** The backend of a route that it was for. */
  readonly host?: string;
}

/** Where a call goes. */
export interface Targets extends Parties {
  readonly targets: readonly Target[];
  readonly hops: readonly Hop[];
  readonly refusal?: string;
  /** Beside the targets; where there are none, `refusal` says why. */
  readonly losses: readonly Loss[];
  /** The proxy of the client leads there by a route: the port is that of its backend, which nobody dials. */
  readonly routed?: true;
}

const noPods: readonly string[] = ['outside', 'kubelet'];

/** @returns undefined where no pod is the client that is named */
export function partiesOf(state: ClusterState, { from, url }: LinkerdCall): Parties | undefined {
  const client = noPods.includes(from) ? undefined : podNamed(state, from);
  if (!client && !noPods.includes(from)) return undefined;
  const address = addressOf(url);
  const service = address && findService(state, address.host, client?.namespace ?? 'default');
  return { ...(client && { client }), ...(address && { address }), ...(service && { service }) };
}

/** Nobody sends it. */
export function withoutSource({ from }: LinkerdCall): Targets {
  return { targets: [], losses: [], hops: [hop(hops, 'source', 'sourceUnknown', { from })], refusal: 'unknown-source' };
}

/** Follows the name, the Service and the network of a call: without a route, Linkerd changes none of them. */
export function targetsOf(state: ClusterState, { from, url }: LinkerdCall, who: Parties): Targets {
  const { address, service } = who;
  if (address?.scheme === 'udp') return { ...who, losses: [], ...datagrams(state, service, address, url) };
  const origin = from === 'kubelet' ? {} : { from };
  const { hops: said, outcome } = plainRequest(state, { ...origin, url });
  const targets = outcome.destinations.flatMap(({ workload, namespace: place, port, share, status, assumed, pods }) => {
    const base = {
      workload,
      namespace: place,
      port,
      ...(status !== undefined && { status }),
      ...(assumed && { assumed }),
    };
    if (pods.length === 0) return [{ ...base, share }];
    const found = pods.map((name) => state.pods.find((pod) => pod.name === name && pod.namespace === place));
    return found.map((pod) => ({ ...base, share: share / pods.length, ...(pod && { pod }) }));
  });
  const losses = targets.length > 0 ? outcome.failures.map(({ share, refusal }) => ({ share, refusal })) : [];
  return { ...who, targets, losses, hops: said, ...(outcome.refusal && { refusal: outcome.refusal }) };
}

/** The connection lab of the cluster speaks TCP; datagrams go to the same endpoints. */
function datagrams(state: ClusterState, service: Service | undefined, { port: dialed }: CallAddress, url: string) {
  const port = service && portsOf(service).find(({ port, protocol }) => port === dialed && protocol === 'UDP');
  const endpoints = service && port ? endpointsOf(state, service, port.name ?? port.port) : [];
  if (endpoints.length === 0) {
    return { targets: [], hops: [hop(hops, 'service', 'noUdpPort', { url })], refusal: 'port-not-served' };
  }
  const share = 1 / endpoints.length;
  const targets = endpoints.map(({ pod, port: number }) => {
    return { workload: pod.workload.name, namespace: pod.namespace, port: number, share, pod };
  });
  return { targets, hops: [] };
}

/** Whether the proxy of the client chooses between pods: not for pod addresses or headless Services. */
export function isBalanced({ service }: Targets): boolean {
  return service !== undefined && !isHeadless(service);
}
