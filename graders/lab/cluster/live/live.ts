import type { WorldImage } from '../../../core/exercise.ts';
import type { Fields } from '../../../core/fields.ts';
import type { Hop } from '../../../core/trace.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import type { StageState } from '../../image/index.ts';
import type { Memory } from '../hpa/autoscaler.ts';
import type { ImageProfile } from '../images.ts';
import type { Progress } from '../start.ts';
import type { PodState } from '../state.ts';

export type { Fields };

/** Who an object was made for, and goes with. */
export interface Owner {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
}

/** An object as the API server keeps it, without its status, which is worked out whenever somebody looks. */
export interface LiveObject {
  /** As applied, with the defaults written out; what comes from a file knows its lines. */
  readonly resource: Resource<Fields>;
  readonly uid: string;
  /** Simulated seconds. */
  readonly created: number;
  /** `metadata.resourceVersion`. */
  readonly version: number;
  /** Of a ConfigMap or a Secret, what it was before, the last first, and until when. */
  readonly earlier?: readonly { readonly resource: Resource<Fields>; readonly until: number }[];
  /** How often its `spec` was written. */
  readonly generation: number;
  readonly owner?: Owner;
  /** When somebody asked to delete it, for what does not go at once. */
  readonly deleting?: number;
  /** What its controller remembers. */
  readonly memory?: ControllerMemory;
  /** The templates that a StatefulSet or DaemonSet has had, the oldest first. */
  readonly history?: readonly Revision[];
}

/** A template that a Deployment, StatefulSet or DaemonSet has had: a ReplicaSet or a ControllerRevision. */
export interface Revision {
  /** From 1; one that comes back takes the highest number. */
  readonly number: number;
  /** `pod-template-hash`. */
  readonly hash: string;
  readonly template: unknown;
  /** The annotation `kubernetes.io/change-cause`. */
  readonly cause?: string;
  readonly created: number;
}

export interface ControllerMemory {
  /** A Deployment's last step forward. */
  readonly progress?: { readonly at: number; readonly reason: string };
  /** Since when a Deployment has been available, or not. */
  readonly available?: { readonly at: number; readonly is: boolean };
  /** A Job: how many of its pods ended, and when it did. */
  readonly job?: {
    readonly succeeded: number;
    readonly failed: number;
    readonly made: number;
    readonly ended?: number;
  };
  /** A CronJob's last Job. */
  readonly scheduled?: number;
  /** An autoscaler: what it remembers, and what it saw last. */
  readonly scaler?: ScalerMemory;
  /** Pods that a controller has made, which gives the next one its name. */
  readonly made?: number;
  /** The last refusal that a ReplicaSet met, told once. */
  readonly refused?: { readonly at: number; readonly count: number; readonly hop: Hop };
}

export interface ScalerMemory {
  readonly memory: Memory;
  readonly current: number;
  readonly desired: number;
  readonly lastScale?: number;
  /** Percentage of the requested CPU in use, where it is known. */
  readonly cpu?: number;
  readonly blind: boolean;
}

/** How one container of a pod gets going. */
export interface ContainerStart {
  readonly name: string;
  readonly init: boolean;
  readonly image: string;
  /** When the image was asked for, where the node did not have it. */
  readonly pullFrom?: number;
  /** When the process begins; undefined where it never does. */
  readonly started?: number;
  /** When the process of an init container, or of one that ends for good, is through. */
  readonly ended?: number;
  /** Seconds the process runs before it fails, again and again. */
  readonly fails?: number;
  /** When the first attempt to get it going failed. */
  readonly stuck?: number;
}

/** A pod in time: what it comes to, and when. */
export interface LivePod {
  /** What it is once nothing changes any more, as the scheduler and the kubelet of the lab decide it. */
  readonly verdict: PodState;
  readonly uid: string;
  readonly version: number;
  readonly created: number;
  readonly owner?: Owner;
  /** When it was given its node. */
  readonly placed?: number;
  readonly starts: readonly ContainerStart[];
  /** When it becomes ready; undefined where it never does. */
  readonly readyAt?: number;
  /** When somebody asked to delete it, and when it is gone. */
  readonly deleting?: { readonly at: number; readonly gone: number };
  /** Decisions about it on the way. */
  readonly hops: readonly Hop[];
}

/** Something that happened to an object, as `kubectl get events` lists it. */
export interface LiveEvent {
  readonly namespace: string;
  readonly about: { readonly kind: string; readonly name: string; readonly uid: string; readonly field?: string };
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly from: string;
  readonly host?: string;
}

/** What stands beside the cluster and acts on it. */
export interface LiveHooks {
  /** What the cluster's webhooks make of a pod before it is stored: the proxy of a mesh. Asked when a pod is created. */
  readonly inject?: (pod: InjectedPod, resources: readonly Resource[]) => InjectedPod;
  /** What a pod uses, in thousandths of a core and bytes; undefined where nobody measures. */
  readonly usage?: (pod: PodState, clock: number) => { readonly cpu: number; readonly memory: number } | undefined;
}

/** An image that somebody built and put on the nodes. */
export interface LoadedImage {
  /** As normalised. */
  readonly reference: string;
  readonly profile: ImageProfile;
  readonly state: StageState;
}

/** The part of a pod that a webhook may change. */
export type InjectedPod = Pick<PodState, 'namespace' | 'labels' | 'annotations'> & {
  readonly spec: NonNullable<PodState['spec']>;
};

/** A cluster that lives in time. Immutable: every step gives a new one. */
export interface LiveCluster {
  /** Simulated seconds since the world began. */
  readonly clock: number;
  readonly objects: ReadonlyMap<string, LiveObject>;
  /** Of those, what people applied: what a settled cluster calls its resources. */
  readonly resources: readonly Resource[];
  readonly pods: ReadonlyMap<string, LivePod>;
  /** What happened, oldest first; what the pods that are there say of themselves is not in it. */
  readonly events: readonly LiveEvent[];
  /** Who has changed, by `uid`, since the controllers looked last; everybody may have where it is missing. */
  readonly touched?: ReadonlySet<string>;
  /** The next `resourceVersion`. */
  readonly counter: number;
  /** When each image is on a node: `node image`. */
  readonly pulled: ReadonlyMap<string, number>;
  /** What the running pods take up, until something else than a new pod changes it. */
  readonly placing?: Progress;
  /** What waiting pods were last looked at with. */
  readonly judged?: Pick<LiveCluster, 'resources' | 'loaded' | 'pods'>;
  readonly loaded: readonly LoadedImage[];
  /** What no object of it shows is taken to exist, as in an open world that is settled. */
  readonly world?: 'open';
  /** Images that registries have in this world beside those everybody knows. */
  readonly published?: readonly WorldImage[];
  readonly hooks: LiveHooks;
}
