import type { FlowName, MeshFunction } from '../../../lab/hadoop/index.ts';

/**
 * A function of Istio tried on a conversation of Hadoop: applied, and then looked whether one request fares otherwise than
 * another, whether the connection as a whole does, or nothing. Outcome: `acts` (`L7`, `L4`, `none`, or `breaks` where the
 * conversation no longer arrives).
 */
export interface Params {
  /** Files under `given/` that make up the cluster. */
  readonly files: readonly [string, ...string[]];
  /** Files under `given/` that apply the function; none where nothing needs to be applied. */
  readonly apply?: readonly string[];
  /** `count` looks at the metrics that arrive: of requests, or of connections. */
  readonly does: MeshFunction | 'count';
  readonly flow: FlowName;
  /** `namespace/workload`. */
  readonly from: string;
  /** Name or address of the server. */
  readonly host: string;
  /** Somebody whom the function is there to keep out. */
  readonly other?: string;
  /** A path that it is there to close. */
  readonly closedPath?: string;
  /** A header that it routes by. */
  readonly header?: Readonly<Record<string, string>>;
}
