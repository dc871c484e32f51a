import type { WebRead } from '../../../lab/hadoop/index.ts';

/**
 * A client opens a file by WebHDFS through Istio. Outcome: `first`, the status of the request to the NameNode, `second`, that of
 * the one to the DataNode it is sent to (null where it gets none), and `arrives`.
 */
export interface Params extends WebRead {
  /** Files under `given/` that make up the cluster; of one object that two of them name, the later counts. */
  readonly files: readonly [string, ...string[]];
}
