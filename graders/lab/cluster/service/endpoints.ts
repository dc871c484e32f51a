import type { IServicePort } from 'kubernetes-models/v1';
import { own } from '../../../core/own.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { fnv } from '../names.ts';
import { list, textMap } from '../read.ts';
import type { ClusterState, Endpoint, PodState } from '../state.ts';
import type { Service } from './find.ts';
import { sliceEndpoints } from './slices.ts';

/** A port of a Service with its defaults written out. */
export interface ServicePort {
  readonly name: string | undefined;
  readonly port: number;
  /** A number, or the name of a container port that each pod resolves for itself. */
  readonly targetPort: number | string;
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
  readonly nodePort: number | undefined;
  readonly appProtocol: string | undefined;
  /** The port as written, for its place in the file. */
  readonly written: IServicePort;
}

/** The ports of a Service; `targetPort` defaults to `port` and the protocol to TCP. */
export function portsOf(service: Service): readonly ServicePort[] {
  return list(service.data.spec?.ports).map((written) => ({
    name: written.name || undefined,
    port: written.port,
    targetPort: written.targetPort || written.port,
    protocol: (written.protocol as ServicePort['protocol'] | undefined) ?? 'TCP',
    nodePort: written.nodePort ?? assignedNodePort(service, written.port),
    appProtocol: written.appProtocol,
    written,
  }));
}

/** The port the API server picks for a Service that is published on the nodes: here the same on every run. */
function assignedNodePort({ namespace, name, data }: Service, port: number): number | undefined {
  if (data.spec?.type !== 'NodePort' && data.spec?.type !== 'LoadBalancer') return undefined;
  return 30_000 + (fnv(`${namespace}/${name}/${port}`) % 2768);
}

/** The port of a Service by its number or its name. */
export function portOf(service: Service, port: number | string, protocol?: string): ServicePort | undefined {
  return portsOf(service).find(
    (candidate) =>
      (typeof port === 'number' ? candidate.port === port : candidate.name === port) &&
      (protocol === undefined || candidate.protocol === protocol),
  );
}

/**
 * The addresses behind a port of a Service, as its EndpointSlices list them: the Ready pods that carry every label of
 * the selector (all of them with `publishNotReadyAddresses`), each with the port that `targetPort` means in that pod. A
 * pod without a container port of that name is left out. A Service without a selector takes the EndpointSlices written
 * for it; an ExternalName has no endpoints.
 * @param port the number or the name of a port of the Service; one it does not have gives no endpoints
 * @see https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/
 */
export function endpointsOf(state: ClusterState, service: Service, port: number | string): readonly Endpoint[] {
  const servicePort = portOf(service, port);
  if (!servicePort || service.data.spec?.type === 'ExternalName') return [];
  if (!hasSelector(service)) return sliceEndpoints(state, service, servicePort);
  const { publishNotReadyAddresses } = service.data.spec ?? {};
  return selectedPods(state, service)
    .filter((pod) => isAddressable(pod) && (pod.ready || publishNotReadyAddresses === true))
    .flatMap((pod) => {
      const target = containerPort(pod, servicePort.targetPort, servicePort.protocol);
      return target === undefined ? [] : [{ pod, port: target }];
    });
}

/** The pods of the Service's namespace that carry every label of its selector, ready or not. */
export function selectedPods(state: ClusterState, service: Service): readonly PodState[] {
  if (!hasSelector(service)) return [];
  const selector = textMap(service.data.spec?.selector);
  return byLabel(state.pods).with(service.namespace, selector);
}

export function hasSelector(service: Service): boolean {
  const selector = service.data.spec?.selector;
  return typeof selector === 'object' && selector !== null && Object.keys(selector).length > 0;
}

/** `clusterIP: None`: the name resolves to the pods themselves and no port is translated. */
export function isHeadless(service: Service): boolean {
  return service.data.spec?.clusterIP === 'None';
}

/** The number a `targetPort` means in a pod for a protocol; native sidecars count as containers. */
export function containerPort(pod: PodState, target: number | string, protocol = 'TCP'): number | undefined {
  if (typeof target === 'number') return target;
  // A manifest that its schema refuses may hold anything here.
  if (typeof target !== 'string') return undefined;
  const numeric = /^\d+$/.test(target) ? Number(target) : undefined;
  const owner = [...pod.containers, ...pod.initContainers.filter(({ state }) => state === 'running')].find(
    ({ portNames, portProtocols }) =>
      Object.hasOwn(portNames, target) && (own(portProtocols, target) ?? 'TCP') === protocol,
  );
  return own(owner?.portNames, target) ?? numeric;
}

const isAddressable = ({ ip, phase }: PodState): boolean => ip !== '' && phase !== 'Succeeded' && phase !== 'Failed';
