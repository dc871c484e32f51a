/**
 * A cluster of Kubernetes that loses a node. Outcome, in pods: `lost`, `recreated`, `pending`, `waiting` (of a StatefulSet), `gone`; and
 * `serving.<namespace>/<workload>`, the ready ones that go on meanwhile; `evictedAfter` in seconds.
 */
export interface Params {
  /** Files under `given/` that make up the cluster, its Nodes included. */
  readonly files: readonly [string, ...string[]];
  readonly node: string;
}
