/**
 * A request in a cluster made of given files, settled, perhaps after losing pods. Outcome: `answered`, `status` and
 * `refusal` (null when there is none), `pods`, how many of them may answer, and `ready`, how many pods are ready;
 * `waiting`, the reason why the first container that waits does (null when none does).
 */
export interface Params {
  /** Files under `given/` that make up the cluster. */
  readonly files: readonly [string, ...string[]];
  /** Workload that asks, as `namespace/workload` or `workload`; a pod made for the occasion when omitted. */
  readonly from?: string;
  /** `http://tienda/` or `tcp://db:5432`. */
  readonly to: string;
  /** Pods of a workload that are gone, and not yet replaced, when the request is sent. */
  readonly lose?: { readonly workload: string; readonly pods: number };
}
