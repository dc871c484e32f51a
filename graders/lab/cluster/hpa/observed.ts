/** What the metrics pipeline and the API know about one pod when the controller looks. */
export interface ObservedPod {
  readonly name: string;
  /** Requests by container and resource: thousandths of a core for `cpu`, thousandths of a byte for `memory`. */
  readonly requests: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Usage in the same units; absent when the metrics server has none for the pod yet. */
  readonly usage?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** False for a pod that has not become ready since it started; counts for CPU only. */
  readonly ready: boolean;
  /** Failed and terminating pods are left out altogether. */
  readonly phase?: 'Pending' | 'Running' | 'Failed' | 'Terminating';
}

/** A look at the world, every 15 seconds in a real cluster. */
export interface Observation {
  /** Simulated seconds. */
  readonly clock: number;
  /** `spec.replicas` of the target. */
  readonly replicas: number;
  readonly pods: readonly ObservedPod[];
  /** Values of Object and External metrics, in thousandths, by metric name. */
  readonly values?: Readonly<Record<string, number>>;
}

/** One sample of one pod: what it uses and what it asked for, in the unit of the resource. */
export interface Sample {
  readonly usage: number;
  readonly request: number;
}
