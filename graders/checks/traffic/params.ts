import type { Refusal } from '../../lab/istio/index.ts';

/** Requests sent through the manifests of the world and of the answer, and what must become of each. */
export interface Params {
  readonly calls: readonly [TrafficCall, ...TrafficCall[]];
  /** Pod label whose values the keys of `split` are; `version` when omitted. */
  readonly splitBy?: string;
  /** Pods of some workloads, whatever their manifests say: what must hold at any scale. */
  readonly replicas?: Readonly<Record<string, number>>;
  /** With `replicas`: what `split` names must get the same part as with the pods of the manifests. */
  readonly steady?: boolean;
  /** One more call for each rule that the answer writes for a host, made so that the rule takes it. */
  readonly everyRule?: EveryRule;
  /** Calls made of what the rules of the answer name: nothing else may get through, or go elsewhere. */
  readonly everyLiteral?: EveryLiteral;
  /** Files of `given/` outside the world of the exercise, which are deployed after the answer is applied. */
  readonly later?: readonly [string, ...string[]];
}

/** Calls made up from the rules of the answer: nobody knows beforehand which headers or paths it chooses. */
export interface EveryRule {
  /** Workload that sends them, as in a call. */
  readonly from: string;
  /** Absolute URL of the host, without path: `http://reviews:9080`. */
  readonly to: string;
  readonly expect: TrafficExpectation;
}

/** Calls made up from the paths, methods and headers that the answer names, whoever it names them for. */
export interface EveryLiteral {
  /** Workloads that each send all of them. */
  readonly from: readonly [string, ...string[]];
  /** Absolute URL of the host, without path: `http://pagos`. */
  readonly to: string;
  /** What is expected of a call: the first case that it fits says so; a call that fits none is not compared. */
  readonly cases: readonly [LiteralCase, ...LiteralCase[]];
}

/** Calls that have all of what is written here. */
export interface LiteralCase {
  readonly from?: string;
  readonly method?: string;
  /** Without its query; a `*` at its end stands for anything. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly expect: TrafficExpectation;
}

/** One request. */
export interface TrafficCall {
  /** Workload that sends it, as `namespace/workload` or `workload`; `outside` for a client beyond the gateway. */
  readonly from: string;
  /** Absolute URL: `http://reviews:9080/`. */
  readonly to: string;
  /** `GET` when omitted. */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** How many such requests are under way at once, for the limits of a connection pool; one when omitted. */
  readonly concurrent?: number;
  /** The token it carries, described by its claims. */
  readonly token?: TrafficToken;
  readonly expect: TrafficExpectation;
}

export interface TrafficToken {
  readonly issuer: string;
  readonly subject?: string;
  readonly audiences?: readonly string[];
  readonly claims?: Readonly<Record<string, unknown>>;
  /** `false`: wrong signature or expired. */
  readonly valid?: boolean;
}

/** What must become of a request. Omitted expectations are not compared. */
export interface TrafficExpectation {
  /** Status every client gets. With 200, no part of the traffic may be lost. */
  readonly status?: number;
  /** The request must get no answer from an application: `true`, or the reason the lab gives, or one of several. */
  readonly refusal?: boolean | Refusal | readonly [Refusal, ...Refusal[]];
  /**
   * Part of the traffic by label value (or workload, as `workload` or `namespace/workload`): `10%`, `>50%`, `>0% <50%`,
   * `1%..49%`. What is not named is not compared.
   */
  readonly split?: Readonly<Record<string, string>>;
  /** Workload that must get all that is delivered, as `workload` or `namespace/workload`. */
  readonly destination?: string;
  /** How the connection to the application's pod is protected. */
  readonly tls?: 'mutual' | 'simple' | 'plaintext';
  /** Path the application sees. */
  readonly path?: string;
  /** `Location` of a redirect. */
  readonly location?: string;
  /** Seconds; `0` for none. */
  readonly timeout?: number;
  /** Retries after the first try. */
  readonly retries?: number;
  /** Part of the requests that are delayed: `10%`. */
  readonly delayed?: string;
  /** Part of the requests that are aborted: `10%`. */
  readonly aborted?: string;
  /** Part of the requests copied, by host or subset: `{ v2: 100% }`. */
  readonly mirror?: Readonly<Record<string, string>>;
}
