import { type Hop, hop } from '../../../core/trace.ts';
import { hops } from '../hops.ts';
import type { ClusterState, PodState } from '../state.ts';
import { nodesAgainst } from './nodes.ts';

/** Different reasons that are told; pods of one workload share theirs. */
const mostReasons = 3;

/** Why a pod is not ready: the decision that keeps it so, what is behind it, and each node's no where none takes it. */
export function whyNotReady(state: ClusterState, pod: PodState): readonly Hop[] {
  if (pod.ready) return [];
  if (!pod.problem) return pod.phase === 'Succeeded' || pod.phase === 'Failed' ? [ended(pod)] : [];
  return [...(pod.because ? [pod.because] : []), pod.problem, ...nodesAgainst(state, pod)];
}

/** Why none of these pods is ready, each reason once. */
export function whyNoneReady(state: ClusterState, pods: readonly PodState[]): readonly Hop[] {
  const reasons = new Map<string, readonly Hop[]>();
  for (const pod of pods) {
    const key = JSON.stringify(pod.problem ? [pod.problem.message, pod.problem.data, pod.problem.at] : pod.phase);
    if (reasons.size < mostReasons && !reasons.has(key)) reasons.set(key, whyNotReady(state, pod));
  }
  return [...reasons.values()].flat();
}

function ended(pod: PodState): Hop {
  const { name, namespace, at } = pod;
  return hop(hops, 'pod', 'podEnded', { pod: name }, { resource: { kind: 'Pod', name, namespace }, at });
}
