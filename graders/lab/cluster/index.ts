/** The simulated Kubernetes cluster: what other parts of the lab and the checks may use. */

export type { ImageSource } from './images.ts';
export { hasLabels, type Labels, selects } from './labels.ts';
export {
  containerPort,
  endpointsOf,
  isHeadless,
  portOf,
  portsOf,
  type ServicePort,
  selectedPods,
} from './service/endpoints.ts';
export { clusterDomain, findService, fullHost, type Service, serviceName, services } from './service/find.ts';
export { type Settled, type SettleOptions, settle } from './settle.ts';
export type { ClusterState, ContainerState, Endpoint, NodeState, PodState } from './state.ts';
