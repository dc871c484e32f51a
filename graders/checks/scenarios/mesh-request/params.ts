import type { TrafficToken } from '../../traffic/params.ts';

/**
 * One request through the mesh of given files. Outcome: `delivered` to an application or not, `status`, `refusal` (null
 * when there is none), `tls` (null when nothing is delivered), `workload` that gets most of it (null for none), and
 * `share.<version>`, percent by the label `version` of the pods, or by workload.
 */
export interface Params {
  /** Files under `given/` that make up the cluster. */
  readonly files: readonly [string, ...string[]];
  /** `namespace/workload`, or `outside`. */
  readonly from: string;
  /** Absolute URL. */
  readonly to: string;
  /** `GET` when omitted. */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: TrafficToken;
}
