/**
 * A changed Deployment or StatefulSet applied to a settled cluster. Outcome: `minAvailable`, `maxTotal`, `completes` and
 * `seconds`.
 */
export interface Params {
  /** Files under `given/` that make up the cluster. */
  readonly files: readonly [string, ...string[]];
  /** File under `given/` with the workload as it is applied now. */
  readonly apply: string;
}
