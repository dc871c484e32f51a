import type { BlockRead } from '../../../lab/hadoop/index.ts';

/**
 * A client reads a block of HDFS through Istio. Outcome: `datanodes` (how many the NameNode knows), `arrives`, `refusal` (null when
 * there is none) and `tls` (`mutual` or `plaintext`; null where nothing comes).
 */
export interface Params extends BlockRead {
  /** Files under `given/` that make up the cluster; of one object that two of them name, the later counts. */
  readonly files: readonly [string, ...string[]];
}
