import { own } from '../../../core/own.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { textMap } from '../read.ts';
import type { ClusterState, Endpoint, PodState } from '../state.ts';
import type { Service } from './find.ts';
import { portOf } from './ports.ts';
import { sliceEndpoints } from './slices.ts';

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
