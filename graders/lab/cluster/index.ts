/** The simulated Kubernetes cluster: what other parts of the lab and the checks may use. */

export { type AccessOutcome, type AccessRequest, canI, grantsTo } from './access/can-i.ts';
export { podIp } from './addresses.ts';
export { violations } from './admission/security.ts';
export type { ActionName } from './components/actions.ts';
export type { Component } from './components/component.ts';
export { attempt } from './components/components.ts';
export { type PodDescription, type WorkloadDescription, workloadsOf } from './describe/describe.ts';
export { type EndpointDescription, type ServiceDescription, servicesOf } from './describe/services.ts';
export { readyOf, statusOf } from './describe/status.ts';
export { blankMemory, look } from './hpa/autoscaler.ts';
export { evaluateMetric } from './hpa/metrics.ts';
export type { ObservedPod } from './hpa/observed.ts';
export { type Load, type Moment, simulate } from './hpa/simulate.ts';
export type { ImageSource } from './images.ts';
export { hasLabels, type Labels, selects } from './labels.ts';
export { objectView, podView } from './live/api/object.ts';
export { containerId, imageId } from './live/api/pod-status.ts';
export { madeObject } from './live/born.ts';
export { countDeployment, isComplete, type SetCount, setName, setsOf } from './live/control/deployment.ts';
export { jobOf } from './live/control/job.ts';
export type { Propagation } from './live/control/remove.ts';
export { enter, type Inside } from './live/enter.ts';
export { optionsOf as liveOptions } from './live/images.ts';
export { causeKey, lastAppliedKey, revisionKey } from './live/keys.ts';
export type {
  Fields,
  InjectedPod,
  LiveCluster,
  LiveEvent,
  LiveHooks,
  LiveObject,
  LivePod,
  LoadedImage,
  Revision,
} from './live/live.ts';
export type { ContainerLook, PodLook } from './live/look.ts';
export {
  type Changed,
  loadImage,
  objectOf,
  openCluster,
  type Put,
  podResource,
  put,
  removeObject,
  removePod,
  sortedJson,
  until,
  withHooks,
  wouldPut,
} from './live/objects.ts';
export { reasonOf, refusalText } from './live/refusal-text.ts';
export { revisionsOf } from './live/revisions.ts';
export { type Identity as ObjectKey, ofKind as objectsOfKind, ownedBy, podsOwnedBy } from './live/store.ts';
export { longStamp, stamp } from './live/time.ts';
export { eventsAbout, eventsAt, nextChange, type PodView, podsAt, stateAt } from './live/view.ts';
export { inBlock } from './network/cidr.ts';
export { type Connection, type ConnectionOutcome, connect } from './network/connect.ts';
export { dnsDenied } from './network/dns.ts';
export { type Party, partyOf } from './network/party.ts';
export { autoscaleNodes, type NodeAutoscaling } from './nodes/autoscale.ts';
export type { NodeGroup } from './nodes/groups.ts';
export { podNamed, podsOf } from './pods.ts';
export { speaksNoHttp } from './protocols.ts';
export { quantity, quantityText } from './quantity.ts';
export { podRequests } from './resources.ts';
export { type Bounds, boundsOf } from './rollout/bounds.ts';
export { type RollingUpdate, rollingUpdate } from './rollout/rolling.ts';
export { boundsHop, type RolloutTrace, rollout } from './rollout/rollout.ts';
export type { Rollout, RolloutStep } from './rollout/timeline.ts';
export { type PodTurnover, type Turnover, turnover } from './rollout/turnover.ts';
export { nodeExpressionsOf } from './schedule/affinity.ts';
export { fittingNodes } from './schedule/fitting.ts';
export { isHeadless } from './service/address.ts';
export { containerPort, endpointsOf, selectedPods } from './service/endpoints.ts';
export { clusterDomain, findService, fullHost, type Service, serviceName, services } from './service/find.ts';
export { listenerOn } from './service/listener.ts';
export type {
  PlainDestination,
  PlainFailure,
  PlainOutcome,
  PlainRefusal,
  PlainRequest,
  PlainTrace,
} from './service/outcome.ts';
export { portOf, portsOf, type ServicePort } from './service/ports.ts';
export { plainRequest } from './service/request.ts';
export { resolve as resolveHost } from './service/resolve.ts';
export { isOfCluster, whyUnknown } from './service/unknown.ts';
export { whyNoEndpoints } from './service/why.ts';
export { lastApplied, type Settled, type SettleOptions, settle } from './settle.ts';
export type { ClusterState, ContainerState, Endpoint, NodeState, PodState, Rejection } from './state.ts';
export { type Dropped, droppedIn } from './validate/dropped.ts';
export {
  affinityLaw,
  autoscalerLaw,
  claimLaw,
  containerLaw,
  dataKeyLaw,
  declaredVolumeLaw,
  disruptionBudgetLaw,
  endpointsLaw,
  envLaw,
  hostPortLaw,
  ingressLaw,
  jobLaw,
  labelLaw,
  limitRangeLaw,
  metadataLaw,
  nameLaw,
  negativeQuantityLaw,
  networkPolicyLaw,
  nodeLaw,
  nodePortLaw,
  persistentVolumeLaw,
  podFieldLaw,
  portLaw,
  priorityClassLaw,
  probeLaw,
  quotaLaw,
  repeatedPortLaw,
  requestLimitLaw,
  resourcesLaw,
  restartPolicyLaw,
  roleBindingLaw,
  roleRuleLaw,
  rolloutLaw,
  scheduleLaw,
  secretLaw,
  securityContextLaw,
  selectorLaw,
  serviceLaw,
  storageLaw,
  templateSelectorLaw,
  tolerationLaw,
  volumeLaw,
  volumeMountLaw,
} from './validate/every.ts';
export { refusalsOf } from './validate/refusals.ts';
export { assumptions, isAssumed } from './why/assumed.ts';
export { whyNoneReady, whyNotReady } from './why/pods.ts';
