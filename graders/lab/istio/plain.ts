import { type ClusterState, type PlainOutcome, plainRequest } from '../cluster/index.ts';
import { carriesProxy } from './injection/pods.ts';
import type { MeshRequest, MeshTrace, RequestOutcome } from './outcome.ts';

const meshGroups = /(?:^|\.)istio\.io$|^gateway\.networking\.k8s\.io$/;
const istioGroup = /(?:^|\.)istio\.io$/;
const meshLabels = /^(?:istio-injection|istio\.io\/|sidecar\.istio\.io\/)/;

/** Whether anything of Istio is to be seen in a cluster: one of its objects, a label that asks for it, or a proxy. */
export function hasIstio(state: ClusterState): boolean {
  return sees(state, istioGroup);
}

/** The same, with the routes of Gateway API, which belong to no mesh in particular. */
export function hasMesh(state: ClusterState): boolean {
  return sees(state, meshGroups);
}

function sees({ resources, pods }: ClusterState, groups: RegExp): boolean {
  return (
    resources.some(
      ({ group, kind, metadata }) =>
        groups.test(group) || (kind === 'Namespace' && Object.keys(metadata.labels ?? {}).some(isMeshLabel)),
    ) || pods.some((pod) => carriesProxy(pod) || Object.keys(pod.labels).some(isMeshLabel))
  );
}

const isMeshLabel = (key: string): boolean => meshLabels.test(key);

/**
 * A request in a cluster without a mesh, told in the terms of one: nothing is encrypted and nothing is authorized, and the
 * cluster says why a connection fails (the selector, the port, the network policy).
 */
export function plainly(state: ClusterState, { from, url, method, headers = {} }: MeshRequest): MeshTrace {
  const authority = Object.entries(headers).find(([name]) => name.toLowerCase() === 'host')?.[1];
  const more = { ...(method !== undefined && { method }), ...(authority !== undefined && { authority }) };
  const { hops, outcome } = plainRequest(state, { from, url, ...more });
  return { hops, outcome: inMeshTerms(outcome) };
}

function inMeshTerms({ status, refusal, destinations, failures, redirect }: PlainOutcome): RequestOutcome {
  return {
    ...(status !== undefined && { status }),
    ...(destinations.some(({ assumed }) => assumed) && { assumed: true }),
    ...(refusal !== undefined && { refusal }),
    destinations: destinations.map(({ workload, namespace, host, port, share, assumed }) => ({
      workload,
      namespace,
      host,
      port,
      share,
      tls: 'plaintext',
      ...(assumed && { assumed }),
      labels: {},
    })),
    failures,
    ...(redirect && { redirect }),
    tls: 'plaintext',
    authorization: { decision: 'allow' },
  };
}
