import type { Span } from '../../core/span.ts';
import type { Resource } from '../../model/manifests/manifests.ts';

/** A container as the kubelet reports it. */
export interface ContainerState {
  readonly name: string;
  readonly image: string;
  /** `waiting` carries the reason the API would show: `ImagePullBackOff`, `CrashLoopBackOff`, … */
  readonly state: 'running' | 'waiting' | 'terminated';
  readonly reason?: string;
  readonly ready: boolean;
  /** Ports the process really listens on, declared or not. `'any'` where the world does not know the image. */
  readonly listens: readonly number[] | 'any';
  /** `containerPort` names, for Services whose `targetPort` is a name. */
  readonly portNames: Readonly<Record<string, number>>;
  readonly at: Span;
}

/** A pod of the simulated cluster. */
export interface PodState {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly serviceAccount: string;
  /** The workload it belongs to (the Deployment, not its ReplicaSet), or the pod itself. */
  readonly workload: { readonly kind: string; readonly name: string };
  readonly phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed';
  readonly ready: boolean;
  readonly ip: string;
  readonly node?: string;
  readonly containers: readonly ContainerState[];
  /** The object the pod comes from, and the pod template (or Pod) in it. */
  readonly from: Resource;
  readonly at: Span;
}

/** The cluster at one instant. Every step of the lab returns a new one. */
export interface ClusterState {
  /** Simulated seconds since the world began. */
  readonly clock: number;
  readonly resources: readonly Resource[];
  readonly pods: readonly PodState[];
}

/** One address behind a Service port. */
export interface Endpoint {
  readonly pod: PodState;
  readonly port: number;
}
