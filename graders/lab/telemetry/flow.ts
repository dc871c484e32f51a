/** Traffic that is under way, all of one kind, at an even pace. A fact of the world: the mesh decides where it goes. */
export interface Flow {
  /** Workload that sends it, as `namespace/workload` or `workload`; `outside` for a client beyond the gateways. */
  readonly from: string;
  /** Absolute URL: `http://reviews:9080/`; `tcp://db:5432` for plain connections. */
  readonly to: string;
  /** `GET` when omitted. */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Requests (or connections) per second. */
  readonly perSecond: number;
  /** Part of the requests, from 0 to 1, that the application answers with each status; the rest gets 200. */
  readonly statuses?: Readonly<Record<string, number>>;
  /** Part of the requests, from 0 to 1, by how many milliseconds they last; 20 ms when omitted. */
  readonly durations?: Readonly<Record<string, number>>;
  /** Weights by which the pods of the destination share the requests: `[3, 1]`; alike when omitted. */
  readonly replicas?: readonly number[];
}
