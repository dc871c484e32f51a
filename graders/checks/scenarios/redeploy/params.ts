/**
 * Changed objects applied to a cluster. Outcome: `replaced` (pods made anew), `added`, `removed` and `kept`, of all workloads, and
 * the same for each of them under `workloads.<namespace>/<name>`.
 */
export interface Params {
  /** Files under `given/` that make up the cluster. */
  readonly files: readonly [string, ...string[]];
  /** Files under `given/` with the objects as they are applied now. */
  readonly apply: readonly [string, ...string[]];
}
