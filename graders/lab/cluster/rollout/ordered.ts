import { type Fleet, type Rollout, type RolloutStep, stepOf, summary } from './timeline.ts';

/** The update of a StatefulSet reduced to its numbers. */
export interface OrderedUpdate {
  readonly replicas: number;
  /** Pods with an ordinal below it keep the old template. */
  readonly partition: number;
  /** Pods that may be down at once; 1 unless the set says otherwise. */
  readonly unavailable: number;
  readonly readyAfter: number;
}

/**
 * Replays the StatefulSet controller: from the highest ordinal down to the partition, each pod is deleted and made again
 * with the new template, and the next one waits until it is ready.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#rolling-updates
 */
export function orderedUpdate({ replicas, partition, unavailable, readyAfter }: OrderedUpdate): Rollout {
  let fleet: Fleet = { old: { pods: replicas, available: replicas }, young: [] };
  let now = 0;
  const steps: RolloutStep[] = [stepOf(0, 'start', fleet)];
  const toUpdate = Math.max(0, replicas - Math.max(0, partition));
  while (fleet.young.length < toUpdate) {
    const batch = Math.min(Math.max(1, unavailable), toUpdate - fleet.young.length);
    const old = { pods: fleet.old.pods - batch, available: fleet.old.available - batch };
    steps.push(stepOf(now, 'scale-down', { ...fleet, old }));
    const due = now + readyAfter;
    fleet = { old, young: [...fleet.young, ...Array.from({ length: batch }, () => due)] };
    steps.push(stepOf(now, 'scale-up', fleet));
    if (due === Number.POSITIVE_INFINITY) return summary([...steps, stepOf(now, 'stuck', fleet)], 'stuck');
    now = due;
    steps.push(stepOf(now, 'available', fleet));
  }
  return summary([...steps, stepOf(now, 'complete', fleet)], 'complete');
}
