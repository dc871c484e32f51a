import { type Hop, hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import type { PodState } from '../../cluster/index.ts';
import { annotationOf, keys, podAnnotation, shownValue, type Written } from '../annotations.ts';
import { hops } from '../hops.ts';
import type { LinkerdMesh } from '../mesh.ts';
import type { LinkerdCall } from './call.ts';
import { appProtocolOf, proxyProtocolOf, speaksRequests } from './declared.ts';
import { opaqueAt, type PortDecision, skipsInbound, skipsOutbound } from './opaque.ts';
import { isBalanced, type Target, type Targets } from './targets.ts';

/** What decides whether an edge is secured. */
export type EdgeReason =
  | 'mutual'
  | 'client-not-meshed'
  | 'server-not-meshed'
  | 'neither-meshed'
  | 'skip-outbound'
  | 'skip-inbound'
  | 'udp'
  | 'probe'
  | 'outside'
  | 'same-pod';

/** What `linkerd viz tap` prints after `tls=`. */
export type TapTls = 'true' | 'no_tls_from_remote' | 'not_provided_by_service_discovery' | 'loopback';

/** The connection between a client and one pod. */
export interface Edge {
  /** `namespace/workload`, `outside` or `kubelet`. */
  readonly from: string;
  /** `namespace/workload`, or a host beyond the cluster. */
  readonly to: string;
  /** Port of the pod. */
  readonly port: number;
  readonly share: number;
  /** `application`: Linkerd adds nothing, but the application itself speaks TLS. */
  readonly tls: 'mutual' | 'application' | 'plaintext';
  readonly reason: EdgeReason;
  /** What the proxies on the way understand of it: requests, bytes, or nothing because none is on the way. */
  readonly layer: 'http' | 'tcp' | 'none';
  readonly opaque: boolean;
  /** The line that says so, where one does. */
  readonly opaqueBy?: Written;
  /** Who declared the port to speak HTTP, where what comes is something else: a proxy breaks such a connection off. */
  readonly misread?: Written;
  /** The client's proxy spreads the requests over the pods. */
  readonly balanced: boolean;
  /** Identities that were proved. */
  readonly clientId?: string;
  readonly serverId?: string;
  /** What the proxy of each side would tell `tap` about the connection; absent where no proxy sees it. */
  readonly outboundTls?: TapTls;
  readonly inboundTls?: TapTls;
  readonly pod?: PodState;
  readonly client?: PodState;
}

/**
 * How one connection is protected. Two proxies that see the connection speak mTLS by themselves, opaque or not, through
 * a Service or to the address of a pod; whatever keeps one of them out of the way leaves the connection as the
 * application made it.
 * @see https://linkerd.io/2-edge/features/automatic-mtls/
 */
export function edgeOf(mesh: LinkerdMesh, call: LinkerdCall, where: Targets, target: Target): Edge {
  const { client, address, service } = where;
  const { pod, port, share } = target;
  const dialed = address?.port ?? port;
  const udp = address?.scheme === 'udp';
  const sender = client !== undefined && mesh.isMeshed(client);
  const receiver = pod !== undefined && mesh.isMeshed(pod);
  const out = sender && client && !where.routed ? skipsOutbound(mesh, client, dialed) : undefined;
  const inn = receiver && pod ? skipsInbound(mesh, pod, port) : undefined;
  const reason = reasonOf({ call, client, pod, sender, receiver, udp, out, inn });
  const clientSees = sender && !out && !udp;
  const serverSees = receiver && !inn && !udp;
  const opaque = pod && opaqueAt(mesh, pod, port, clientSees ? service : undefined, dialed);
  const mutual = reason === 'mutual';
  const declared = [
    clientSees && service ? appProtocolOf(service, dialed) : undefined,
    serverSees && pod ? proxyProtocolOf(mesh, pod, port) : undefined,
  ];
  const misread = address?.scheme === 'http' ? undefined : declared.find((one) => one && speaksRequests(one));
  const plain = address?.scheme === 'https' ? 'application' : 'plaintext';
  const clientId = mutual && client ? mesh.identity(client) : undefined;
  const serverId = mutual && pod ? mesh.identity(pod) : undefined;
  return {
    from: client ? `${client.namespace}/${client.workload.name}` : call.from,
    to: target.namespace === '' ? target.workload : `${target.namespace}/${target.workload}`,
    port,
    share,
    tls: mutual ? 'mutual' : plain,
    reason,
    layer: !clientSees && !serverSees ? 'none' : address?.scheme === 'http' && !opaque ? 'http' : 'tcp',
    opaque: opaque !== undefined,
    ...(opaque?.by && { opaqueBy: opaque.by }),
    ...(misread && { misread }),
    balanced: clientSees && isBalanced(where),
    ...(clientId !== undefined && { clientId }),
    ...(serverId !== undefined && { serverId }),
    ...(clientSees && { outboundTls: tlsSeen(reason, 'not_provided_by_service_discovery') }),
    ...(serverSees && { inboundTls: tlsSeen(reason, 'no_tls_from_remote') }),
    ...(pod && { pod }),
    ...(client && { client }),
  };
}

interface Facts {
  readonly call: LinkerdCall;
  readonly client: PodState | undefined;
  readonly pod: PodState | undefined;
  readonly sender: boolean;
  readonly receiver: boolean;
  readonly udp: boolean;
  readonly out: PortDecision | undefined;
  readonly inn: PortDecision | undefined;
}

function reasonOf({ call, client, pod, sender, receiver, udp, out, inn }: Facts): EdgeReason {
  if (!pod) return 'outside';
  if (call.from === 'kubelet') return 'probe';
  if (udp) return 'udp';
  if (client === pod) return 'same-pod';
  if (!sender) return receiver ? 'client-not-meshed' : 'neither-meshed';
  if (!receiver) return 'server-not-meshed';
  if (out) return 'skip-outbound';
  return inn ? 'skip-inbound' : 'mutual';
}

function tlsSeen(reason: EdgeReason, otherwise: TapTls): TapTls {
  if (reason === 'mutual') return 'true';
  return reason === 'same-pod' ? 'loopback' : otherwise;
}

/** The decisions about an edge as a trace tells them, the one that settled it last. */
export function tellEdge(mesh: LinkerdMesh, edge: Edge, dialed: number): readonly Hop[] {
  const { from, to, reason, port, client, pod, clientId = '', serverId = '' } = edge;
  const said: Hop[] = [];
  if (client && !mesh.isMeshed(client)) said.push(...tellInjection(mesh, client));
  if (pod && !mesh.isMeshed(pod) && pod !== client) said.push(...tellInjection(mesh, pod));
  if (edge.opaque && pod) {
    said.push(hop(hops, 'protocol', 'opaque', { to, port }, placeOf(edge.opaqueBy)));
  }
  if (reason === 'mutual') {
    const place = pod ? { resource: refOf(pod.from), at: mesh.injection(pod).at } : {};
    said.push(hop(hops, 'tls', 'mutual', { from, to, port, client: clientId, server: serverId }, place));
    return said;
  }
  const skip =
    reason === 'skip-outbound' && client
      ? skipsOutbound(mesh, client, dialed)
      : reason === 'skip-inbound' && pod
        ? skipsInbound(mesh, pod, port)
        : undefined;
  const shown = reason === 'skip-outbound' ? dialed : port;
  said.push(hop(hops, 'tls', reason, { from, to, port: shown }, placeOf(skip?.by)));
  return said;
}

/** Where a hop says that a decision was written. */
export function placeOf(by: Written | undefined) {
  return by ? { resource: refOf(by.on), at: by.at } : {};
}

/** Why a pod has the proxy it has, or none. */
export function tellInjection(mesh: LinkerdMesh, pod: PodState): readonly Hop[] {
  const decided = mesh.injection(pod);
  const { reason, at, older, restartWouldChange } = decided;
  const workload = `${pod.namespace}/${pod.workload.name}`;
  const onNamespace = annotationOf(mesh.namespaceOf(pod.namespace), keys.inject)?.value;
  const value = reason === 'bad-pod-value' ? podAnnotation(pod, keys.inject)?.value : onNamespace;
  const data = { workload, namespace: pod.namespace, value: shownValue(value ?? '') };
  const said = [hop(hops, 'injection', reason, data, { resource: refOf(pod.from), at })];
  if (!older || !restartWouldChange) return said;
  return [...said, hop(hops, 'injection', 'notRecreated', { workload }, { resource: refOf(pod.from), at: pod.at })];
}
