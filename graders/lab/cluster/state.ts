import type { IPodSpec } from 'kubernetes-models/v1';
import type { Span } from '../../core/span.ts';
import type { Hop } from '../../core/trace.ts';
import type { Resource } from '../../model/manifests/manifests.ts';

/** A container as the kubelet reports it. */
export interface ContainerState {
  readonly name: string;
  readonly image: string;
  /** `waiting` carries the reason the API would show: `ImagePullBackOff`, `CrashLoopBackOff`, … */
  readonly state: 'running' | 'waiting' | 'terminated';
  readonly reason?: string;
  /** Exit code of the last run, where one ended. */
  readonly exitCode?: number;
  readonly restarts: number;
  readonly ready: boolean;
  /** Ports the process really listens on, declared or not. `'any'` where the world does not know the image. */
  readonly listens: readonly number[] | 'any';
  /** Ports that are open to the pod itself alone: the process listens on 127.0.0.1. */
  readonly loopback?: readonly number[];
  /** The server software that answers on those ports, where the image is known: `nginx`, `httpd`, … */
  readonly product?: string;
  /** HTTP status by path, where the content is known; every path is taken to exist where it is not. */
  readonly answers?: { readonly paths: Readonly<Record<string, number>>; readonly otherwise: number };
  /** The process is one this lab does not know: it is taken to work. */
  readonly assumed?: boolean;
  /** `containerPort` names, for Services whose `targetPort` is a name. */
  readonly portNames: Readonly<Record<string, number>>;
  /** The protocol of each of those names that is not for TCP. */
  readonly portProtocols?: Readonly<Record<string, string>>;
  readonly at: Span;
}

/** A pod of the simulated cluster. */
export interface PodState {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly serviceAccount: string;
  /** As admitted, with the requests and limits that its namespace gave it; absent for what is not of the cluster. */
  readonly spec?: Partial<IPodSpec>;
  /** The workload it belongs to (the Deployment, not its ReplicaSet), or the pod itself. */
  readonly workload: { readonly kind: string; readonly name: string };
  readonly phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed';
  /** Why it is not running, as the API would show it: `Unschedulable`, `ContainerCreating`, … */
  readonly reason?: string;
  readonly ready: boolean;
  /** The decision that keeps it from being ready. */
  readonly problem?: Hop;
  /** What is behind that decision, where somebody decided it before: how an init container ended. */
  readonly because?: Hop;
  /** Empty until the pod has a node and a sandbox. */
  readonly ip: string;
  readonly node?: string;
  readonly containers: readonly ContainerState[];
  /** Init containers in order; a native sidecar is one that is still running. */
  readonly initContainers: readonly ContainerState[];
  /** The object the pod comes from, and the pod template (or Pod) in it. */
  readonly from: Resource;
  readonly at: Span;
}

/** A machine of the cluster. */
export interface NodeState {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly ip: string;
  readonly taints: readonly Taint[];
  /** Cordoned: it keeps its pods and takes no new ones. */
  readonly unschedulable: boolean;
  /** What pods may request, by resource, in base units (cores, bytes, pods). A resource that is not listed has no end. */
  readonly allocatable: Readonly<Record<string, number>>;
}

export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}

/** An object, or a pod it asked for, that the API server did not admit. */
export interface Rejection {
  readonly from: Resource;
  /** The decision, with its reason. */
  readonly hop: Hop;
}

/** The cluster at one instant. Every step of the lab returns a new one. */
export interface ClusterState {
  /** Simulated seconds since the world began. */
  readonly clock: number;
  readonly resources: readonly Resource[];
  readonly nodes: readonly NodeState[];
  readonly pods: readonly PodState[];
  readonly rejected: readonly Rejection[];
  /** The webhooks of the meshes have had their say: a pod has the proxies that it shows, whatever the labels say today. */
  readonly asCreated?: true;
}

/** One address behind a Service port. An address from an EndpointSlice outside the cluster has a pod without labels. */
export interface Endpoint {
  readonly pod: PodState;
  readonly port: number;
}
