import type { HdfsCluster, Loss, Write } from '../../../lab/hadoop/index.ts';

/**
 * Blocks written to HDFS, tasks over them and something that is lost. Outcome: `replicas`; `racks.fewest` and `racks.most` of one
 * block; `copies` of each byte; `claimed` and `real` with `node`, `rack` and `off`, in percent of the tasks; and `loss` with `lost` and
 * `underReplicated` in percent of the blocks, `restored`, `dead`, `returned` and `noticedAfter` in seconds.
 */
export interface Params {
  readonly cluster: HdfsCluster;
  readonly write: Write;
  readonly loss?: Loss;
}
