import type { Resource } from '../../model/manifests/manifests.ts';
import { fields } from '../../model/mesh/fields.ts';
import type { ClusterState } from '../cluster/index.ts';
import type { LinkerdSetup } from '../linkerd/index.ts';
import { describeCluster } from '../request/index.ts';
import { clusterWires } from './cluster.ts';
import { istioWires } from './istio.ts';
import { linkerdWires } from './linkerd.ts';
import { networkOf } from './network.ts';
import { boxId, type Picture, type PictureBox, type Role, type Wire } from './picture.ts';
import { openView, type View } from './view.ts';

/** By group and kind; what is not named here stays out of the picture. */
const roles: ReadonlyMap<string, Role> = new Map([
  ['/Service', 'service'],
  ['/Pod', 'pod'],
  ['apps/Deployment', 'workload'],
  ['apps/ReplicaSet', 'workload'],
  ['apps/StatefulSet', 'workload'],
  ['apps/DaemonSet', 'workload'],
  ['batch/Job', 'workload'],
  ['batch/CronJob', 'workload'],
  ['networking.k8s.io/Ingress', 'gateway'],
  ['networking.k8s.io/NetworkPolicy', 'policy'],
  ['autoscaling/HorizontalPodAutoscaler', 'scaler'],
  ['policy/PodDisruptionBudget', 'policy'],
  ['gateway.networking.k8s.io/Gateway', 'gateway'],
  ['gateway.networking.k8s.io/HTTPRoute', 'route'],
  ['gateway.networking.k8s.io/TLSRoute', 'route'],
  ['gateway.networking.k8s.io/GRPCRoute', 'route'],
  ['networking.istio.io/Gateway', 'gateway'],
  ['networking.istio.io/VirtualService', 'route'],
  ['networking.istio.io/DestinationRule', 'route'],
  ['networking.istio.io/ServiceEntry', 'outside'],
  ['security.istio.io/AuthorizationPolicy', 'policy'],
  ['security.istio.io/PeerAuthentication', 'policy'],
  ['security.istio.io/RequestAuthentication', 'policy'],
  ['policy.linkerd.io/Server', 'policy'],
  ['policy.linkerd.io/HTTPRoute', 'route'],
  ['policy.linkerd.io/AuthorizationPolicy', 'policy'],
]);

/**
 * Draws what a cluster at rest has that sends, receives and governs traffic.
 * @param setup what a cluster with Linkerd is like besides its objects
 */
export function pictureOf(state: ClusterState, setup?: LinkerdSetup): Picture {
  const view = openView(state, setup);
  const network = networkOf(view);
  const boxes = new Map([...network.boxes, ...boxesOf(view, setup)].map((box) => [box.id, box]));
  const found = [...clusterWires(view), ...istioWires(view), ...linkerdWires(view)];
  for (const { to } of found) if (!boxes.has(to) && to.startsWith('Host/')) boxes.set(to, hostBox(to));
  const drawn = ({ from, to }: Wire) => boxes.has(from) && boxes.has(to);
  const wires = merged(found.filter(drawn));
  return {
    boxes: [...boxes.values()].map((box) => withReach(view, box, wires)),
    wires: [...wires, ...network.wires.filter(drawn)],
    ...(network.left > 0 && { unasked: network.left }),
  };
}

function boxesOf(view: View, setup: LinkerdSetup | undefined): readonly PictureBox[] {
  const { workloads, services, refused } = describeCluster(view.state, setup);
  const pods = new Map(workloads.map((one) => [boxId(one.kind, one.namespace, one.name), one]));
  const served = new Map(services.map((one) => [boxId('Service', one.namespace, one.name), one]));
  const written = [...view.state.resources, ...view.state.rejected.map(({ from }) => from)];
  const boxes = written.flatMap((resource): PictureBox[] => {
    const role = roles.get(`${resource.group}/${resource.kind}`);
    if (!role) return [];
    const { kind, namespace = 'default', name, at } = resource;
    const id = boxId(kind, namespace, name);
    const workload = pods.get(id);
    const isShort = workload !== undefined && workload.ready < workload.wanted;
    const why = isShort ? workload.pods.flatMap((pod) => pod.why.slice(0, 1)).slice(0, 1) : [];
    return [
      {
        ...{ id, role, kind, namespace, name, at },
        ...(workload && { pods: podsOf(view, resource, workload) }),
        wrong: [
          ...refused.filter((one) => boxId(one.kind, one.namespace, one.name) === id).map(({ says }) => says),
          ...[...why, ...(served.get(id)?.why ?? [])].map((hop) => ({ hop })),
        ],
      },
    ];
  });
  return [...new Map(boxes.map((box) => [box.id, box])).values()];
}

function podsOf(
  view: View,
  resource: Resource,
  { ready, wanted }: { readonly ready: number; readonly wanted: number },
) {
  const proxied = view.podsFrom(resource).some((pod) => view.isProxied(pod));
  return { ready, wanted, proxied };
}

/** A host that a route names and no object defines. */
function hostBox(id: string): PictureBox {
  const [kind = '', namespace = '', name = ''] = id.split('/');
  return { id, role: 'outside', kind, namespace, name, wrong: [] };
}

/** A policy that no wire leaves governs all the pods of its namespace, or nobody where it has a selector. */
function withReach({ state }: View, box: PictureBox, wires: readonly Wire[]): PictureBox {
  const isLoose = box.role === 'policy' && !wires.some(({ from, to }) => from === box.id || to === box.id);
  if (!isLoose || box.wrong.length > 0) return box;
  const policy = state.resources.find(({ at }) => at === box.at);
  const { podSelector, selector, targetRef, targetRefs } = fields(fields(policy?.data).spec);
  if (targetRef !== undefined || targetRefs !== undefined) return box;
  return { ...box, governs: Object.keys(fields(podSelector ?? selector)).length > 0 ? 'nobody' : 'all' };
}

/** One wire between two boxes, with all that is said of it. It is broken where every part of it is. */
function merged(wires: readonly Wire[]): readonly Wire[] {
  const found = new Map<string, Wire>();
  for (const wire of wires) {
    const key = `${wire.from} ${wire.to} ${wire.kind}`;
    const same = found.get(key);
    const labels = [...new Set([...(same?.labels ?? []), ...wire.labels])];
    found.set(key, { ...wire, labels, broken: wire.broken && (same?.broken ?? true) });
  }
  return [...found.values()];
}
