/**
 * The pods of given files once the cluster has settled. Outcome: `addresses`, how many different IPs they have, and under
 * `pods`, by name: `phase`, `ready`, `running`, how many of its containers run, and `containers`, by name: `state`,
 * `reason` (null when there is none) and `restarts`.
 */
export interface Params {
  /** Files under `given/` that make up the cluster. */
  readonly files: readonly [string, ...string[]];
}
