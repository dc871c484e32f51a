import { type Party, partyOf } from '../network/party.ts';
import type { ClusterState, PodState } from '../state.ts';

/** Who opens a connection: a pod of the cluster, or somebody beyond it. */
export interface Source extends Party {
  readonly outside?: boolean;
}

const passerBy: Source = { label: 'default/cliente', namespace: 'default', labels: {}, ip: '10.244.250.250' };
const outside: Source = { label: 'outside', namespace: '', labels: {}, ip: '203.0.113.7', outside: true };

/** The client a request names; undefined when the cluster has no such pod. */
export function sourceOf(state: ClusterState, from: string | undefined): Source | undefined {
  if (from === undefined) return passerBy;
  if (from === 'outside') return outside;
  const pod = podNamed(state, from);
  return pod && partyOf(pod);
}

/** A pod by its own name or its workload's, running ones first; without a namespace, in `default` first. */
export function podNamed(state: ClusterState, from: string): PodState | undefined {
  const slash = from.indexOf('/');
  const namespace = slash === -1 ? undefined : from.slice(0, slash);
  const name = from.slice(slash + 1);
  const rank = (pod: PodState) => Number(pod.phase !== 'Running') * 2 + Number(pod.namespace !== 'default');
  return state.pods
    .filter(
      (pod) =>
        (pod.name === name || pod.workload.name === name) && (namespace === undefined || pod.namespace === namespace),
    )
    .reduce<PodState | undefined>((best, pod) => (best && rank(best) <= rank(pod) ? best : pod), undefined);
}
