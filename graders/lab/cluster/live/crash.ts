/** A container that fails again and again, looked at. */
export interface CrashLook {
  readonly restarts: number;
  readonly state: 'running' | 'ended' | 'back-off';
  /** When its last run began and ended, in seconds since the first. */
  readonly began: number;
  readonly ended?: number;
}

const firstWait = 10;
const longestWait = 300;

/**
 * Where a container stands that runs for a while, fails and is started again: at once the first time, then after 10, 20, 40, …
 * up to 300 seconds. For a moment after each end the API shows how it ended, then `CrashLoopBackOff`.
 * @param elapsed seconds since it first started
 * @param run seconds it runs each time
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-restarts
 */
export function lookAtCrash(elapsed: number, run: number): CrashLook {
  let began = 0;
  let wait = 0;
  let last: number | undefined;
  for (let restarts = 0; restarts < 10_000; restarts++) {
    const end = began + run;
    if (elapsed < end) return { restarts, state: 'running', began, ...(last !== undefined && { ended: last }) };
    const again = end + Math.max(wait, 1);
    if (elapsed < again) return { restarts, state: elapsed < end + 2 ? 'ended' : 'back-off', began, ended: end };
    last = end;
    began = again;
    wait = Math.min(wait * 2 || firstWait, longestWait);
  }
  return { restarts: 10_000, state: 'back-off', began };
}

/** When a container that fails again and again next changes, in seconds since it first started. */
export function nextCrashChange(elapsed: number, run: number): number {
  let began = 0;
  let wait = 0;
  for (let turn = 0; turn < 10_000; turn++) {
    const end = began + run;
    for (const time of [end, end + 2, end + Math.max(wait, 1)]) if (time > elapsed) return time;
    began = end + Math.max(wait, 1);
    wait = Math.min(wait * 2 || firstWait, longestWait);
  }
  return Number.POSITIVE_INFINITY;
}
