/**
 * What the Prometheus of the addons gets from a workload's pods in a cluster made of given files. Outcome: `proxy` and
 * `app`, whether the metrics of the sidecar and of the application arrive, and `arrives`: `both`, `proxy`, `app` or `none`.
 */
export interface Params {
  /** Files under `given/` that make up the cluster. */
  readonly files: readonly [string, ...string[]];
  /** `namespace/workload`. */
  readonly workload: string;
}
