import type { TracedService } from '../../../lab/telemetry/index.ts';

/**
 * A request and the calls it leads to, in a mesh made of given files. Outcome: `traces`, how many a sampled request leaves;
 * `spans` of the largest one; `all`, the spans of all of them; `percent` of the requests that are sampled; `per1000`, the
 * spans that a thousand requests leave.
 */
export interface Params {
  /** Files under `given/` that make up the cluster. */
  readonly files: readonly [string, ...string[]];
  /** Workload that sends the first request, as `namespace/workload`. */
  readonly from: string;
  readonly to: string;
  /** What each application does with a request. */
  readonly services: readonly [TracedService, ...TracedService[]];
}
