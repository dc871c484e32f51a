import type { PlainRefusal } from '../../lab/cluster/index.ts';
import type { PodsWanted } from '../cluster/wanted.ts';

/** Connections opened in the settled cluster, and what must become of each. */
export interface Params {
  readonly calls: readonly [ReachCall, ...ReachCall[]];
}

/** One connection. */
export interface ReachCall {
  /** Workload that opens it, as `namespace/workload` or `workload`; `outside` beyond the cluster; a new pod when omitted. */
  readonly from?: string;
  /** `http://tienda/` or `tcp://db:5432`; or the address of the pods of the answer. */
  readonly to: string | PodAddress;
  readonly expect: ReachExpectation;
}

/** The address of a pod, whatever it is; one of them must do as expected. */
export interface PodAddress extends PodsWanted {
  readonly port: number;
  /** `/` when omitted. */
  readonly path?: string;
}

/** What must become of a connection. Omitted expectations are not compared. */
export interface ReachExpectation {
  /** HTTP status of every answer. */
  readonly status?: number;
  /** Nobody may answer: `true`, or the reason the lab gives. */
  readonly refusal?: boolean | PlainRefusal;
  /** The software that answers: `nginx`. */
  readonly by?: string;
  /** Workload that must get all of it, as `workload` or `namespace/workload`. */
  readonly destination?: string;
  /** At least this many pods share it. */
  readonly pods?: number;
  /** All of it must reach one pod: the workload keeps its state in memory. */
  readonly onePod?: true;
}
