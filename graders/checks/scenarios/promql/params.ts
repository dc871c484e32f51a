import type { Flow } from '../../../lab/telemetry/index.ts';

/** A PromQL query in a cluster made of given files, with some traffic under way. Outcome: `value` and `series`, how many. */
export interface Params {
  /** Files under `given/` that make up the cluster. */
  readonly files: readonly [string, ...string[]];
  readonly traffic: readonly [Flow, ...Flow[]];
  readonly query: string;
}
