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

/** Where a call goes before any proxy of Linkerd does anything to it. */
export interface Targets {
  readonly client?: PodState;
  readonly address?: CallAddress;
  /** The Service that was dialed, where the host is one. */
  readonly service?: Service;
  readonly targets: readonly Target[];
  readonly hops: readonly Hop[];
  readonly refusal?: string;
}

const noPods: readonly string[] = ['outside', 'kubelet'];

/** Follows the name, the Service and the network of a call: Linkerd changes none of them. */
export function targetsOf(state: ClusterState, call: LinkerdCall): Targets {
  const { from, url } = call;
  const client = noPods.includes(from) ? undefined : podNamed(state, from);
  if (!client && !noPods.includes(from)) {
    return { targets: [], hops: [hop(hops, 'source', 'sourceUnknown', { from })], refusal: 'unknown-source' };
  }
  const address = addressOf(url);
  const namespace = client?.namespace ?? 'default';
  const service = address && findService(state, address.host, namespace);
  const who = { ...(client && { client }), ...(address && { address }), ...(service && { service }) };
  if (address?.scheme === 'udp') return { ...who, ...datagrams(state, service, address, url) };
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
  return { ...who, targets, hops: said, ...(outcome.refusal && { refusal: outcome.refusal }) };
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
