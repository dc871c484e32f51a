/**
 * A settled cluster whose nodes are added and removed by a node autoscaler. Outcome: `added`, `removed`, `nodes` and
 * `pending` are counts; `waiting` is the number of pods without a node before it acted.
 */
export interface Params {
  /** Files under `given/` that make up the cluster, its Nodes included. */
  readonly files: readonly [string, ...string[]];
  readonly groups: readonly [Group, ...Group[]];
}

/** Machines of one kind that the autoscaler may add and remove. */
export interface Group {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** What a machine offers to pods, as quantities: `{ cpu: '4', memory: 8Gi }`. */
  readonly allocatable: Readonly<Record<string, string>>;
}
