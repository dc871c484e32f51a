/** The simulated Linkerd: what checks, scenarios and rules may use. */

export { annotationOf, annotationsOf, keys } from './annotations.ts';
export { accountIdentity, identityOf, identitySuffix } from './identity.ts';
export {
  decideInjection,
  type InjectionDecision,
  type InjectionQuestion,
  type InjectionReason,
} from './injection/decide.ts';
export type { PodInjection } from './injection/pods.ts';
export type { LinkerdMesh, LinkerdSetup } from './mesh.ts';
export { openLinkerd } from './open.ts';
export { type RoutedRequest, requestsRouted } from './policy/asked.ts';
export { type DefaultPolicy, defaultPolicies } from './policy/default-policies.ts';
export { type Authorization, authorizationsOf } from './policy/listed.ts';
export { type Reliability, reliabilityOf, tellBudget } from './reliability.ts';
export { type RouteParent, routeStatus } from './routes/status.ts';
export type { LinkerdCall } from './traffic/call.ts';
export { addressOf } from './traffic/call.ts';
export { type Edge, type EdgeReason, type TapTls, tellInjection } from './traffic/edge.ts';
export { type LinkerdOutcome, type Passage, send } from './traffic/send.ts';
export { policyRefusals, policyRefusalText } from './validate/validate.ts';
export { words as policyWords } from './validate/words.ts';
export { type EdgeRow, edges } from './viz/edges.ts';
export { type StatRow, stat } from './viz/stat.ts';
export { type TapRow, tap } from './viz/tap.ts';
