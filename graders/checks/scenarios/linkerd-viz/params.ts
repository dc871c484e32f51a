/**
 * What the viz extension of Linkerd prints after some calls in a cluster made of given files. Outcome: `edges`, how many
 * lines `linkerd viz edges` has, `secured`, how many of them with `√`, `taps`, how many `req` lines `linkerd viz tap`
 * prints, and `meshed`, the column of that name in `linkerd viz stat`, by `namespace/workload`.
 */
export interface Params {
  /** Files under `given/` that make up the cluster. */
  readonly files: readonly [string, ...string[]];
  /** Files the cluster was made of when its pods were created; those whose template has not changed were not created again. */
  readonly before?: readonly [string, ...string[]];
  /** Workloads restarted since, as `namespace/name`. */
  readonly restarted?: readonly string[];
  /** When the viz extension was installed; `before-pods` when omitted. */
  readonly viz?: 'none' | 'before-pods' | 'after-pods';
  readonly calls: readonly [VizCall, ...VizCall[]];
}

export interface VizCall {
  /** Workload that calls, as `namespace/workload`; `outside` beyond the cluster, `kubelet` for a probe. */
  readonly from: string;
  readonly to: string;
}
