import { own } from '../../../core/own.ts';
import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import { type PodState, podNamed, podsOf } from '../../cluster/index.ts';
import type { Mesh } from '../../istio/index.ts';
import { carry } from './carry.ts';
import { hops } from './hops.ts';

/** A DataNode as the NameNode knows it. */
export interface Registered {
  readonly pod: PodState;
  /** The address clients are sent to. */
  readonly address: string;
}

/** Who registers, and with whom. */
export interface Fleet {
  /** `namespace/workload`. */
  readonly namenode: string;
  /** Host under which DataNodes look for it. */
  readonly host: string;
  readonly datanodes: string;
}

/** Where the sidecar of Istio opens its connections to the process from. */
const loopback = '127.0.0.6';

/**
 * The DataNodes that a NameNode ends up with. It writes down the address from which each one registers, and a DataNode that comes
 * from the address and port of another one takes its place. A sidecar that redirects hides that address; one that is transparent
 * (`sidecar.istio.io/interceptionMode: TPROXY`) and the proxy of a node (ambient) keep it.
 * @see `DatanodeManager.registerDatanode` of apache/hadoop
 * @see `buildInboundCluster` of istio's `pilot/pkg/networking/core/cluster_builder.go`
 * @see https://istio.io/latest/docs/reference/config/annotations/#SidecarInterceptionMode
 */
export function registrations(mesh: Mesh, { namenode, host, datanodes }: Fleet): Trace<readonly Registered[]> {
  const told: Hop[] = [];
  const server = podNamed(mesh.state, namenode);
  const known = new Map<string, Registered>();
  const hides = server !== undefined && redirects(mesh, server);
  if (server && hides) told.push(hop(hops, 'endpoint', 'seenAsLoopback', { pod: server.name }, { at: server.at }));
  for (const pod of podsOf(mesh.state, datanodes)) {
    const { arrives } = carry(mesh, { flow: 'rpc', from: `${pod.namespace}/${pod.name}`, host });
    if (!arrives || !pod.ready) {
      told.push(hop(hops, 'endpoint', 'unregistered', { pod: pod.name }));
      continue;
    }
    const address = hides ? loopback : pod.ip;
    told.push(hop(hops, 'endpoint', 'registered', { pod: pod.name, address }));
    if (known.has(address)) told.push(hop(hops, 'endpoint', 'replaced', { pod: pod.name, address }));
    known.set(address, { pod, address });
  }
  return { hops: told, outcome: [...known.values()] };
}

function redirects(mesh: Mesh, pod: PodState): boolean {
  return mesh.hasSidecar(pod) && own(pod.annotations, 'sidecar.istio.io/interceptionMode')?.toUpperCase() !== 'TPROXY';
}
