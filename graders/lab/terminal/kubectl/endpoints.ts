import {
  type ClusterState,
  containerPort,
  endpointsOf,
  type Fields,
  type PodState,
  portsOf,
  type Service,
  selectedPods,
  services,
  stamp,
} from '../../cluster/index.ts';

/** Addresses behind one port of a Service. */
export interface Backing {
  readonly port: { readonly name?: string; readonly port: number; readonly protocol: string };
  readonly ready: readonly PodState[];
  readonly waiting: readonly PodState[];
}

/** Where the ports of a Service lead, as its endpoints list it; ports that mean another number in other pods stand apart. */
export function backingsOf(state: ClusterState, service: Service): readonly Backing[] {
  const backings: Backing[] = [];
  for (const port of portsOf(service)) {
    const found = endpointsOf(state, service, port.name ?? port.port);
    const numbers = new Set(found.map((one) => one.port));
    const waiting = selectedPods(state, service).filter(
      (pod) => !pod.ready && pod.ip !== '' && !/^(?:Succeeded|Failed)$/.test(pod.phase),
    );
    for (const pod of waiting) {
      const number = containerPort(pod, port.targetPort, port.protocol);
      if (number !== undefined) numbers.add(number);
    }
    for (const number of numbers) {
      backings.push({
        port: { ...(port.name !== undefined && { name: port.name }), port: number, protocol: port.protocol },
        ready: byPods(found.filter((one) => one.port === number).map(({ pod }) => pod)),
        waiting: byPods(waiting.filter((pod) => containerPort(pod, port.targetPort, port.protocol) === number)),
      });
    }
  }
  return backings;
}

/** The Endpoints objects that the control plane keeps for Services. */
export function endpointObjects(state: ClusterState): readonly Fields[] {
  return services(state)
    .filter(isKept)
    .map((service) => {
      const subsets = backingsOf(state, service)
        .filter(({ ready, waiting }) => ready.length + waiting.length > 0)
        .map(({ port, ready, waiting }) => ({
          ...(ready.length > 0 && { addresses: ready.map(address) }),
          ...(waiting.length > 0 && { notReadyAddresses: waiting.map(address) }),
          ports: [port],
        }));
      return {
        apiVersion: 'v1',
        kind: 'Endpoints',
        metadata: metadata(service, service.name),
        ...(subsets.length > 0 && { subsets }),
      };
    });
}

/** One EndpointSlice for each Service, with all that is behind it. */
export function sliceObjects(state: ClusterState): readonly Fields[] {
  return services(state)
    .filter(isKept)
    .map((service) => {
      const backings = backingsOf(state, service);
      const pods = new Map(
        backings.flatMap(({ ready, waiting }) => [...ready, ...waiting]).map((pod) => [pod.name, pod]),
      );
      return {
        addressType: 'IPv4',
        apiVersion: 'discovery.k8s.io/v1',
        endpoints: [...pods.values()].map((pod) => ({
          addresses: [pod.ip],
          conditions: { ready: pod.ready, serving: pod.ready, terminating: false },
          nodeName: pod.node,
          targetRef: { kind: 'Pod', name: pod.name, namespace: pod.namespace },
        })),
        kind: 'EndpointSlice',
        metadata: metadata(service, `${service.name}-${suffixOf(service)}`, {
          'kubernetes.io/service-name': service.name,
          'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
        }),
        ports: backings.map(({ port }) => ({ name: '', ...port })),
      };
    });
}

const isKept = (service: Service): boolean =>
  service.data.spec?.type !== 'ExternalName' && service.data.spec?.selector !== undefined;

function suffixOf({ name, namespace }: Service): string {
  let hash = 7;
  for (const letter of `${namespace}/${name}`) hash = (hash * 31 + letter.charCodeAt(0)) % 11_881_376;
  return Array.from({ length: 5 }, (_, index) =>
    'bcdfghjklmnpqrstvwxz2456789'.charAt(Math.floor(hash / 27 ** index) % 27),
  ).join('');
}

const metadata = ({ namespace }: Service, name: string, labels?: Fields): Fields => ({
  creationTimestamp: stamp(0),
  ...(labels && { labels }),
  name,
  namespace,
});

const address = ({ ip, name, namespace, node }: PodState): Fields => ({
  ip,
  nodeName: node,
  targetRef: { kind: 'Pod', name, namespace },
});

/** By address, as endpoints list them. */
function byPods(pods: readonly PodState[]): readonly PodState[] {
  const number = ({ ip }: PodState) => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return [...pods].sort((a, b) => number(a) - number(b));
}
