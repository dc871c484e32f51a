/** How far a rolling update may stray from the wanted number of pods. */
export interface Bounds {
  /** Pods above the wanted number; percentages round up. */
  readonly surge: number;
  /** Pods below the wanted number; percentages round down. */
  readonly unavailable: number;
}

/**
 * Turns `maxSurge` and `maxUnavailable` into pods: `25%` of 10 is a surge of 3 and 2 unavailable. If both come to nothing,
 * the controller takes one pod down, since it could not move otherwise.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment
 */
export function boundsOf(replicas: number, maxSurge: unknown = '25%', maxUnavailable: unknown = '25%'): Bounds {
  const surge = part(maxSurge, replicas, Math.ceil);
  const unavailable = Math.min(part(maxUnavailable, replicas, Math.floor), replicas);
  return { surge, unavailable: surge === 0 && unavailable === 0 ? Math.min(1, replicas) : unavailable };
}

/** A number of pods, written as such or as a percentage of the replicas. */
export function part(value: unknown, replicas: number, round: (value: number) => number): number {
  if (typeof value === 'number') return Math.max(0, Math.trunc(value));
  const percent = typeof value === 'string' ? /^(\d+)%$/.exec(value) : null;
  return percent ? round((replicas * Number(percent[1])) / 100) : 0;
}
