import { memo } from '../../core/memo.ts';
import type { ClusterState, PodState } from './state.ts';

/**
 * A pod by its own name or its workload's, as people write it: with the namespace before a slash, or without, and then one
 * of `default` is meant before any other. Of several the one that runs, and of those the one that is ready.
 */
export function podNamed(state: Pick<ClusterState, 'pods'>, written: string): PodState | undefined {
  const slash = written.indexOf('/');
  const namespace = slash === -1 ? undefined : written.slice(0, slash);
  const called = byName(state.pods).get(written.slice(slash + 1)) ?? [];
  return called
    .filter((pod) => namespace === undefined || pod.namespace === namespace)
    .reduce<PodState | undefined>((best, pod) => (best && rank(best) <= rank(pod) ? best : pod), undefined);
}

/**
 * The pods of a workload, ready or not, in the order in which they were made.
 * @param workload `namespace/name`
 */
export function podsOf(state: Pick<ClusterState, 'pods'>, workload: string): readonly PodState[] {
  const called = byName(state.pods).get(workload.slice(workload.indexOf('/') + 1)) ?? [];
  return called.filter((pod) => `${pod.namespace}/${pod.workload.name}` === workload);
}

const rank = (pod: PodState): number =>
  Number(pod.phase !== 'Running') * 4 + Number(pod.namespace !== 'default') * 2 + Number(!pod.ready);

/** Each pod under its own name and that of its workload. */
const byName = memo((pods: readonly PodState[]): ReadonlyMap<string, readonly PodState[]> => {
  const found = new Map<string, PodState[]>();
  for (const pod of pods) {
    for (const name of new Set([pod.name, pod.workload.name])) {
      const known = found.get(name);
      if (known) known.push(pod);
      else found.set(name, [pod]);
    }
  }
  return found;
});
