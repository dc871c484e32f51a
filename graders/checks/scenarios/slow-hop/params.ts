/**
 * Where the time of a given trace goes. Outcome: `slowest`, the service that spends most time itself; `milliseconds`, how
 * much; and `self.<workload>`, that of each.
 */
export interface Params {
  /** File under `given/` with a trace as Jaeger exports it. */
  readonly file: string;
}
