/**
 * How the proxy of a workload starts traces in a mesh made of given files. Outcome: `percent` of the requests (0 when its
 * spans arrive nowhere) and `reports`, whether its spans reach a collector.
 */
export interface Params {
  /** Files under `given/` that make up the cluster. */
  readonly files: readonly [string, ...string[]];
  /** `namespace/workload`. */
  readonly workload: string;
  /** On which side of a request; `CLIENT` when omitted. */
  readonly side?: 'CLIENT' | 'SERVER';
}
