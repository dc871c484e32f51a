/**
 * One call through a cluster made of given files, with Linkerd and its viz extension installed. Outcome: `tls` (`mutual`,
 * `application` or `plaintext`), `reason`, `layer` (`http`, `tcp` or `none`), `opaque`, `balanced`, `client` and `server`
 * (identities; null where none was proved), `tapOut` and `tapIn` (what `tap` prints after `tls=` for the proxy of the
 * client and of the server; null where it prints nothing), `allowed` and `status`.
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
  /** Workload that calls, as `namespace/workload`; `outside` beyond the cluster, `kubelet` for a probe. */
  readonly from: string;
  /** `http://web.tienda/`, `tcp://db.datos:5432` or `udp://dns.datos:53`. */
  readonly to: string;
}
