/** One request through whatever mesh a cluster has, and what can be observed of it. */

export type {
  Authorization,
  ClusterPolicy,
  Destination,
  Failure,
  MeshRequest,
  MeshTrace,
  Refusal,
  RequestOutcome,
  Tls,
  Token,
} from '../istio/index.ts';
export { type AbsentObject, absentObjects } from './absent.ts';
export { isCallable } from './callable.ts';
export { type ClusterDescription, describeCluster, meshedIn, type RefusalDescription } from './describe.ts';
export { hasLinkerd } from './linkerd.ts';
export { type Observed, observe, type VizReport } from './observe.ts';
export { request } from './request.ts';
