import type { Job } from '../../../lab/hadoop/index.ts';

/**
 * A MapReduce job that loses a node. Outcome: `rerun`, finished maps that run again; `restarted`, running tasks that start over;
 * `kept`, finished tasks that stay finished; `newMaster`; and `noticedAfter` in seconds.
 */
export interface Params {
  readonly job: Job;
  readonly node: string;
}
