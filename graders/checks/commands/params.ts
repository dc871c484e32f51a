import type { Text } from '../../core/text.ts';

/** Something that a command did, by its name and what is asked of its data: `image.built`, `container.started`. */
export interface FactGoal {
  /** A final `*` stands for any end: `object.*` is every change of an object. */
  readonly did: string;
  readonly data?: Readonly<Record<string, string | number | boolean>>;
  /** Kinds of objects that it is not about: a pod that somebody made to send a request changes nothing. */
  readonly except?: readonly string[];
}

/** A request, by its address and who must answer it. */
export interface RequestGoal {
  /** Host, port and the beginning of the path: `localhost:9000/tareas`. Any address when omitted. */
  readonly url?: string;
  /** The path, whatever stands before it; a query may follow. */
  readonly path?: string;
  /** Headers it must carry, by their name in lower case; `null` for one that it must not carry. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly method?: string;
  /** The container (`docker:NAME`), or the pod or workload (`CONTEXT/NAMESPACE/NAME`), that must answer; a final `*` stands for any end. */
  readonly by?: string;
  /** How it leaves the learner's machine: `published-port`, `port-forward`, `node-port`, `load-balancer`, `cluster`. */
  readonly through?: string;
  readonly status?: number;
  /** A proxy of a mesh sent it on: that of its pod, or a gateway. */
  readonly proxied?: true;
}

/** A call between applications of the cluster, and what must become of it. */
export interface CallGoal {
  /** `namespace/workload`, or `outside`. */
  readonly from: string;
  /** `http://web.votos/`, `tcp://memoria.votos:6379`. */
  readonly to: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly tls?: 'mutual' | 'plaintext';
  readonly allowed?: boolean;
  readonly status?: number;
  /** `namespace/workload` that answers all of it. */
  readonly by?: string;
}

/** Something that must hold when the commands have run. What is omitted is not compared. */
export interface Goal {
  /** What must hold, as a sentence. */
  readonly text: Text;
  readonly image?: {
    readonly tag: string;
    /** These commands built it from the learner's folder. */
    readonly built?: true;
    readonly absent?: true;
  };
  readonly container?: {
    readonly name: string;
    /** Name of the image it runs; the image that has that name now. */
    readonly image?: string;
    readonly state: 'running' | 'exited' | 'absent';
  };
  /** An object of the cluster. */
  readonly object?: {
    readonly kind: string;
    readonly name: string;
    readonly namespace?: string;
    readonly absent?: true;
    /** Pods of it that must be ready. */
    readonly ready?: number;
    /** Fields by their path: `spec.replicas`. */
    readonly fields?: Readonly<Record<string, string | number | boolean>>;
  };
  /** Sent once all commands have run: it must be answered. */
  readonly answers?: RequestGoal & { readonly url: string };
  /** Sent inside the cluster once all commands have run, as its applications send it. */
  readonly calls?: readonly CallGoal[];
  /** A PromQL query that must have an answer greater than zero, over what Prometheus has collected. */
  readonly query?: string;
  /** Spans that one trace at least must have in the collector. */
  readonly spans?: number;
  /** Workloads (`namespace/name`) all of whose pods must have the proxy of a mesh. */
  readonly proxied?: readonly string[];
  /** Some command must have done it. */
  readonly did?: FactGoal;
  /** The last time that `then` was done, `first` had been done before. */
  readonly order?: { readonly first: FactGoal; readonly then: FactGoal };
  /** The learner looked: a request was answered, or a command such as `linkerd check` was run, after something was last done. */
  readonly verified?: {
    readonly request?: RequestGoal;
    readonly did?: FactGoal;
    readonly after?: FactGoal;
  };
}

/** Commands of a shell, carried out on a simulated desk; what they leave behind and what was looked at decides. */
export interface Params {
  /** Name of the answer; the one of format `shell` when omitted. */
  readonly file?: string;
  /**
   * Objects of an answer that the desk has in a file of their own, by their kind: what an installer reads is not what
   * `kubectl` applies.
   */
  readonly split?: {
    readonly file: string;
    readonly kind: string;
    /** Names of the file with the objects of that kind, and of the one with all others. */
    readonly into: string;
    readonly rest: string;
  };
  /** Commands that were carried out before: what the learner finds. */
  readonly before?: string;
  /**
   * A cluster that is there from the start, with the manifests of the exercise's world. The goals look at it, whichever
   * cluster is the current one; without it, at the current one.
   */
  readonly cluster?: {
    readonly name: string;
    readonly provider: 'kind' | 'minikube';
    /** Images of the exercise's world that are neither on its nodes nor in a registry: the commands bring them. */
    readonly lacks?: readonly string[];
    /** What its applications send each other all the time, for programs that look at traffic. */
    readonly traffic?: readonly { readonly from: string; readonly url: string }[];
    /** What its applications do with each request they get: whom they call, and whether they copy the trace headers. */
    readonly services?: readonly {
      readonly workload: string;
      readonly calls: readonly string[];
      readonly forwards: boolean;
    }[];
  };
  /** The script must be one, and come to its end. */
  readonly ends?: true;
  readonly goals?: readonly Goal[];
}
