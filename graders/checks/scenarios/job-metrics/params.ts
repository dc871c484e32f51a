import type { JobRun } from '../../../lab/hadoop/index.ts';

/**
 * The metrics of a run of a MapReduce job in a mesh. Outcome: `fault` (what an experienced person finds in them), `culprit` (pod,
 * node or task it is about; null for the whole job) and `mesh`: whether the series of Istio are another (`symptom`) than in a
 * healthy run or the same (`nothing`).
 */
export interface Params extends JobRun {
  /** Files under `given/` that make up the cluster. */
  readonly files: readonly [string, ...string[]];
  /** The metrics in the text format of Prometheus, as students read them; it must be what the lab measures. */
  readonly dump: string;
}
