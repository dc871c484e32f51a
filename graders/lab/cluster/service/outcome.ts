import type { Trace } from '../../../core/trace.ts';

/** One connection as a client of the cluster makes it, without any mesh on the way. */
export interface PlainRequest {
  /**
   * `namespace/workload`, or a workload or pod alone, which is looked up in `default` first; `outside` for a client that
   * is not in the cluster. Without it, a pod made for the occasion in `default`.
   */
  readonly from?: string;
  /** Absolute: `http://tienda:80/pedidos`. `tcp://host:port` only opens a connection. */
  readonly url: string;
  /** The host that an HTTP client names (`Host`), where it is another than it connects to. */
  readonly authority?: string;
  /** `GET` when omitted. */
  readonly method?: string;
  /** What many clients see together: the affinity that keeps each of them on one pod does not count. */
  readonly many?: boolean;
}

/** Why a connection, or part of the traffic, reaches nobody. */
export type PlainRefusal =
  | 'unknown-source'
  | 'bad-url'
  | 'unknown-host'
  | 'dns-blocked'
  | 'not-reachable'
  | 'port-not-served'
  | 'no-endpoints'
  | 'connection-refused'
  | 'blocked-by-network-policy'
  /** No rule of an Ingress takes the request. */
  | 'no-route'
  | 'tls-refused'
  /** What answers has a protocol of its own. */
  | 'not-http';

/** The pods of one workload that receive part of the traffic. */
export interface PlainDestination {
  readonly workload: string;
  readonly namespace: string;
  /** As the client named it, made whole when it is a Service. */
  readonly host: string;
  /** Port of the pod. */
  readonly port: number;
  /** Part of the traffic, from 0 to 1. */
  readonly share: number;
  readonly pods: readonly string[];
  /** The software that answers, where the image is known: `nginx`. */
  readonly product?: string;
  /** Nobody here knows the process: it is taken to answer. */
  readonly assumed?: true;
  /** Absent for a plain connection. */
  readonly status?: number;
}

export interface PlainFailure {
  readonly refusal: PlainRefusal;
  readonly share: number;
  readonly workload?: string;
}

/** What becomes of a connection. Where the cluster would choose at random, the choices are told as shares. */
export interface PlainOutcome {
  /** HTTP status of the largest part of what is answered. */
  readonly status?: number;
  /** Set when no part of the traffic is answered. */
  readonly refusal?: PlainRefusal;
  readonly destinations: readonly PlainDestination[];
  readonly failures: readonly PlainFailure[];
  /** Where a client is sent that asked at the wrong door. */
  readonly redirect?: { readonly location: string };
}

export type PlainTrace = Trace<PlainOutcome>;
