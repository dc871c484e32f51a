import { type Party, partyOf } from '../network/party.ts';
import { podNamed } from '../pods.ts';
import type { ClusterState } from '../state.ts';

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
