/** The simulated Istio: what other parts of the lab, checks and rules may use. */

export { isEnforcedBy } from './attachment.ts';
export { type AskedRequest, alsoLookedAt, requestsAbout } from './authz/asked.ts';
export { type Call, readCall } from './call.ts';
export { areInstalled, workloadsOf } from './gateway/workloads.ts';
export { gatewayNameLabel } from './gateway-api/gateways.ts';
export {
  gatewayStatus as gatewayConditions,
  type ParentStatus,
  programmedOf,
  routeStatus,
} from './gateway-api/status.ts';
export { apiRouteKinds, apiWorldOf } from './gateway-api/world.ts';
export { evaluate, type Graph } from './graph/graph.ts';
export { covers, fullHostOf } from './host.ts';
export { type HostSet, hostSet } from './host-set.ts';
export { isAmbient } from './injection/ambient.ts';
export {
  decideInjection,
  type InjectionDecision,
  type InjectionQuestion,
  type InjectionReason,
} from './injection/decide.ts';
export { carriesProxy, injectionOf, isProxy, namespaceLabelsOf } from './injection/pods.ts';
export { byAge, type Mesh, type MeshSetup, meshOf, openMesh } from './mesh.ts';
export { meshConfigOf } from './mesh-config.ts';
export type {
  Authorization,
  ClusterPolicy,
  Destination,
  Failure,
  MeshRequest,
  MeshTrace,
  Refusal,
  RequestOutcome,
  ResponseHeader,
  Tls,
  Token,
} from './outcome.ts';
export { hasIstio } from './plain.ts';
export { protocolOf } from './protocol.ts';
export { request } from './request.ts';
export { lookUp } from './resolve.ts';
export { examplesOf } from './route/examples.ts';
export { unreachableRoutes } from './route/reach.ts';
export { unreachableConnections } from './route/reach-connections.ts';
export { proxyRoutes } from './route/routes.ts';
export { rootNamespace } from './scope.ts';
export { send } from './send.ts';
export { serverMode } from './tls/server.ts';
export { refusalsOf, refusalText, type Verdict, verdictOf } from './validate/validate.ts';
export { refusedStructures } from './validate/words/messages.ts';
export { values as refusedValues } from './validate/words/values.ts';
export { warnings as webhookWarnings } from './validate/words/warnings.ts';
export { exportedTo, isVisible } from './visibility.ts';
export { type Asking, askingOf, bindingOf, useLabel } from './waypoint/binding.ts';
export { openWaypoints, type WaypointTraffic, type WaypointWorld, waypointClass } from './waypoint/waypoints.ts';
export { leftAtNode, placeOf, unreadOf } from './waypoint/ztunnel.ts';
export { writtenMesh } from './written-mesh.ts';
