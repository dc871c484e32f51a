import type { ClusterState } from '../cluster/index.ts';
import { hasIstio, type MeshRequest, type MeshTrace, request as throughIstio } from '../istio/index.ts';
import type { LinkerdSetup } from '../linkerd/index.ts';
import { hasLinkerd, throughLinkerd } from './linkerd.ts';

/**
 * Sends one request through whatever mesh a cluster has: Istio, Linkerd, or none.
 * @param setup what a cluster with Linkerd is like besides its objects
 * @returns every decision on the way with the lines that made it so, and what became of the request; never throws
 */
export function request(state: ClusterState, asked: MeshRequest, setup?: LinkerdSetup): MeshTrace {
  return hasLinkerd(state) && !hasIstio(state) ? throughLinkerd(state, asked, setup) : throughIstio(state, asked);
}
