import { type Hop, hop } from '../../core/trace.ts';
import { refOf } from '../../model/manifests/manifests.ts';
import { type Labels, type PodState, podNamed } from '../cluster/index.ts';
import { hops } from './hops.ts';
import { notInjected } from './injection/told.ts';
import type { Mesh } from './mesh.ts';

/** Who sends: a pod of the cluster, with or without proxy, or a gateway that passes a request on. */
export interface Client {
  /** `namespace/name`, as messages say it. */
  readonly label: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly serviceAccount: string;
  readonly proxied: boolean;
  /** Its traffic is encrypted by the proxy of its node, which applies no routes. */
  readonly ambient?: boolean;
  /** It is a waypoint, which sends everything through tunnels of mutual TLS. */
  readonly tunnels?: boolean;
  readonly ip: string;
  readonly pod?: PodState;
  /** The original client, where a gateway passes its address on. */
  readonly remoteIp?: string;
  /** The Gateways whose routes this client applies; sidecars apply those of `mesh`. */
  readonly gateways: readonly string[];
}

/** The client a request names: a workload or a pod, in the namespace given or else in `default`, else in any. */
export function findClient(mesh: Mesh, from: string, say: (hop: Hop) => void): Client | undefined {
  const pod = podNamed(mesh.state, from);
  if (!pod) {
    say(hop(hops, 'source', 'sourceUnknown', { source: from }));
    return undefined;
  }
  const proxied = mesh.hasSidecar(pod);
  const label = `${pod.namespace}/${pod.workload.name}`;
  const ambient = mesh.isAmbient(pod);
  const message = ambient ? 'ambient' : 'noSidecar';
  const reason = proxied || ambient ? undefined : notInjected(mesh, pod);
  if (!proxied) say(hop(hops, 'source', message, { source: label }, { resource: refOf(pod.from), at: pod.at }));
  if (reason) say(reason);
  const { namespace, labels, serviceAccount, ip } = pod;
  return { label, namespace, labels, serviceAccount, proxied, ambient, ip, pod, gateways: ['mesh'] };
}
