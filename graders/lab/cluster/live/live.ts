import type { Hop } from '../../../core/trace.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import type { StageState } from '../../image/index.ts';
import type { ImageProfile } from '../images.ts';
import type { PodState, Rejection } from '../state.ts';

/** An object as the API server of a live cluster keeps it. */
export interface LiveObject {
  /** As it was sent, with what the server adds and people see (`clusterIP`, `nodePort`). */
  readonly resource: Resource;
  readonly uid: string;
  /** Seconds of the world's clock. */
  readonly created: number;
  /** Counts the changes of its specification, from 1. */
  readonly generation: number;
  /** `resourceVersion`. */
  readonly version: number;
  /** What `kubectl apply` sent last; absent for what was made another way. */
  readonly applied?: unknown;
}

/** A pod from its creation to its end. All of its future is known when it is made, unless something is applied meanwhile. */
export interface LivePod {
  /** What it comes to once nothing changes any more, under its own name. */
  readonly rest: PodState;
  readonly uid: string;
  /** Its place in its workload, and the template it was made from: a pod that is made again has the same. */
  readonly slot: string;
  /** The ReplicaSet that made it, for a pod of a Deployment. */
  readonly set?: string;
  readonly born: number;
  /** When its images are on the node; a pull that fails fails by then. */
  readonly pulled: number;
  /** Images that had to be pulled, with the seconds it took. */
  readonly pulls: readonly { readonly image: string; readonly seconds: number }[];
  /** When its containers run. */
  readonly started: number;
  /** When it is ready; `Infinity` for one that never is. */
  readonly ready: number;
  /** When somebody deletes it, and when it is gone. */
  readonly deleted?: number;
  readonly gone?: number;
}

/** A template that a Deployment, StatefulSet or DaemonSet has had: a ReplicaSet or a ControllerRevision. */
export interface Revision {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** From 1; one that comes back takes the highest number. */
  readonly number: number;
  /** `pod-template-hash`. */
  readonly hash: string;
  /** `spec.template` as it was written. */
  readonly template: unknown;
  /** The annotation `kubernetes.io/change-cause`. */
  readonly cause?: string;
  readonly created: number;
  readonly uid: string;
}

/** An event as `kubectl get events` lists it. */
export interface ClusterEvent {
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly type: 'Normal' | 'Warning';
  /** `Scheduled`, `Pulling`, `BackOff`, … */
  readonly reason: string;
  readonly message: string;
  readonly about: { readonly kind: string; readonly namespace: string; readonly name: string };
  /** `kubelet`, `deployment-controller`, … */
  readonly source: string;
}

/** An image that somebody built and put on the nodes. */
export interface LoadedImage {
  /** As normalised. */
  readonly reference: string;
  readonly profile: ImageProfile;
  readonly state: StageState;
}

/** A cluster that lives in time. Immutable: every change makes another one. */
export interface LiveCluster {
  readonly born: number;
  readonly objects: readonly LiveObject[];
  /** Also those that are gone, for as long as their events are kept. */
  readonly pods: readonly LivePod[];
  readonly revisions: readonly Revision[];
  /** Events that controllers recorded; those of pods follow from the pods. */
  readonly recorded: readonly ClusterEvent[];
  readonly loaded: readonly LoadedImage[];
  /** What controllers asked for and admission did not let in. */
  readonly rejected: readonly Rejection[];
  /** The last `resourceVersion`. */
  readonly version: number;
  /** Pods made so far: names and addresses are never used twice. */
  readonly made: number;
}

/** What the API server did with an object. */
export interface Put {
  readonly resource: Resource;
  readonly did: 'created' | 'configured' | 'unchanged' | 'refused';
  /** Why it was refused, a decision of admission each. */
  readonly why: readonly Hop[];
}

export interface Changed {
  readonly cluster: LiveCluster;
  readonly puts: readonly Put[];
}

/** What names an object of a cluster. */
export interface ObjectKey {
  readonly group: string;
  readonly kind: string;
  /** Undefined for cluster-scoped kinds. */
  readonly namespace: string | undefined;
  readonly name: string;
}
