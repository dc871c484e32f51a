import type { Trace } from '../../core/trace.ts';
import type { PlainRefusal } from '../cluster/index.ts';

/** One request as a client of the cluster would make it. */
export interface MeshRequest {
  /** `namespace/workload` of the client (a workload alone is looked up in `default` first), or `outside` the cluster. */
  readonly from: string;
  /** Absolute: `http://reviews:9080/path?x=1`. `tcp://host:port` opens a plain connection. */
  readonly url: string;
  /** `GET` when omitted. */
  readonly method?: string;
  /** Names in any case. `host` changes the authority without changing where the client connects. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The token the request carries, described by its claims. */
  readonly token?: Token;
  /** How many such requests are under way at once; one unless told otherwise. */
  readonly concurrent?: number;
  /** From outside: the gateway workload the client connects to, where more than one would listen. */
  readonly gateway?: string;
  /** From outside, over TLS: whether the client shows a certificate that the gateway trusts. */
  readonly clientCertificate?: boolean;
}

/** A bearer token: no cryptography is modelled, only whether the signature would be accepted. */
export interface Token {
  readonly issuer: string;
  readonly subject?: string;
  readonly audiences?: readonly string[];
  /** Other claims, nested as in the token. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** `false`: wrong signature or expired. */
  readonly valid?: boolean;
  /** Where it travels; the `Authorization` header when neither is given. */
  readonly header?: string;
  readonly param?: string;
}

/** Why a request, or part of the traffic, got no answer from an application. */
export type Refusal =
  | PlainRefusal
  | 'no-listener'
  | 'cluster-not-found'
  | 'no-healthy-upstream'
  | 'upstream-overflow'
  | 'outbound-blocked'
  | 'fault-aborted'
  | 'plaintext-refused'
  | 'invalid-token'
  | 'denied-by-policy';

export type Tls = 'mutual' | 'simple' | 'plaintext';

/** The pods of one workload that receive part of the traffic. */
export interface Destination {
  readonly workload: string;
  readonly namespace: string;
  /** Fully qualified host of the Service or ServiceEntry that was chosen. */
  readonly host: string;
  readonly subset?: string;
  /** Port of the pod. */
  readonly port: number;
  /** Part of all the traffic, from 0 to 1. */
  readonly share: number;
  /** How the connection to these pods is protected. */
  readonly tls: Tls;
  /** `namespace/name` of the waypoint on the way. */
  readonly waypoint?: string;
  /** It is only taken to answer: this lab does not know what is there. */
  readonly assumed?: true;
  /** Labels that every pod of the group has. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Part of the traffic that gets no answer from an application. */
export interface Failure {
  readonly refusal: Refusal;
  /** Envoy's response flag, where it would set one. */
  readonly flag?: string;
  /** What an HTTP client sees; absent when the connection just breaks. */
  readonly status?: number;
  readonly host?: string;
  readonly subset?: string;
  readonly workload?: string;
  /** `namespace/name` of the waypoint on the way, or that refused it. */
  readonly waypoint?: string;
  readonly share: number;
}

/**
 * What becomes of a request. The choices Envoy makes at random are told as shares; `destinations` and `failures` together
 * add up to 1 unless a proxy answered by itself.
 */
export interface RequestOutcome {
  /** HTTP status the client sees for the largest part of the traffic; absent when the connection breaks or is plain TCP. */
  readonly status?: number;
  /** Part of what answers is only taken to do so; absent where all of it is known. */
  readonly assumed?: true;
  /** Set when no part of the traffic reaches an application. */
  readonly refusal?: Refusal;
  readonly flag?: string;
  readonly destinations: readonly Destination[];
  readonly failures: readonly Failure[];
  /** The weakest protection among the destinations. */
  readonly tls: Tls;
  readonly authorization: Authorization;
  /** `namespace/workload` of the gateway that took a request from outside. */
  readonly gateway?: string;
  readonly rewrite?: { readonly path?: string; readonly authority?: string };
  readonly redirect?: { readonly location: string };
  /** Seconds. */
  readonly timeout?: number;
  readonly retries?: { readonly attempts: number; readonly perTryTimeout?: number; readonly retryOn: string };
  readonly fault?: {
    readonly delay?: { readonly seconds: number; readonly share: number };
    readonly abort?: { readonly status: number; readonly share: number };
  };
  readonly mirror?: readonly { readonly host: string; readonly subset?: string; readonly share: number }[];
  /** What the CORS policy of the route made of a request that names its origin. */
  readonly cors?: {
    readonly origin: string;
    readonly allowed: boolean;
    /** The proxy answered the preflight by itself. */
    readonly preflight: boolean;
    /** Headers that the proxy gives to the answer, by lower-case name. */
    readonly headers: Readonly<Record<string, string>>;
  };
  /** What routes and destinations do to the headers of the request before the application gets it. */
  readonly requestHeaders?: readonly ResponseHeader[];
  /** What routes and destinations do to the headers of the answer. */
  readonly responseHeaders?: readonly ResponseHeader[];
  /** What DestinationRules say about the destinations, where they say something. */
  readonly clusters?: readonly ClusterPolicy[];
}

/** How a destination is balanced and watched over. Nothing of it is played out: shares are those in the long run. */
export interface ClusterPolicy {
  readonly host: string;
  readonly subset?: string;
  readonly loadBalancing?: {
    /** `LEAST_REQUEST`, `ROUND_ROBIN`, `RANDOM`, `PASSTHROUGH`, `RING_HASH` or `MAGLEV`. */
    readonly policy: string;
    /** What requests have in common that go to the same pod: `header x`, `cookie x`, `query x` or `source IP`. */
    readonly affinity?: string;
  };
  /** When a pod is left out for a while. */
  readonly outlierDetection?: {
    readonly consecutive5xxErrors?: number;
    readonly consecutiveGatewayErrors?: number;
    /** Seconds between two looks. */
    readonly interval: number;
    /** Seconds; longer each time. */
    readonly baseEjectionTime: number;
    readonly maxEjectionPercent: number;
  };
}

/** An operation on a header of the answer, or of the request. */
export interface ResponseHeader {
  readonly operation: 'set' | 'add' | 'remove';
  /** Lower case. */
  readonly name: string;
  readonly value?: string;
  /** Part of the requests or of the answers that it changes, from 0 to 1. */
  readonly share: number;
}

export interface Authorization {
  readonly decision: 'allow' | 'deny';
  /** `namespace/name` of the policy that decided; absent when no policy applies. */
  readonly policy?: string;
}

export type MeshTrace = Trace<RequestOutcome>;
