/**
 * The pods of a workload in a cluster made of given files, with Linkerd installed. Outcome: `injected`, `reason`,
 * `stale` (whether creating them again would change it), `mode` (null without proxy) and `containers`, how many run in
 * the pod, proxy included.
 */
export interface Params {
  /** Files under `given/` that make up the cluster. */
  readonly files: readonly [string, ...string[]];
  /** Files the cluster was made of when its pods were created; those whose template has not changed were not created again. */
  readonly before?: readonly [string, ...string[]];
  /** Workloads restarted since, as `namespace/name`. */
  readonly restarted?: readonly string[];
  /** `namespace/name`. */
  readonly workload: string;
}
