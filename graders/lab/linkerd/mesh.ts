import type { Resource } from '../../model/manifests/manifests.ts';
import type { ClusterState, PodState } from '../cluster/index.ts';
import type { Namespaces, PodInjection } from './injection/pods.ts';
import type { DefaultPolicy } from './policy/default-policies.ts';
import type { PolicyRefusal } from './validate/validate.ts';

/** What a cluster with Linkerd is like besides its objects. */
export interface LinkerdSetup {
  /**
   * The objects the cluster had before the last change to it, with Linkerd already installed. A pod whose template is
   * the same as then was not created again, so it keeps the proxy, or the lack of one, that it got then.
   */
  readonly before?: readonly Resource[];
  /** Workloads restarted since (`kubectl rollout restart`), as `namespace/name`. */
  readonly restarted?: readonly string[];
  /** `proxy.defaultInboundPolicy` of the installation. */
  readonly defaultPolicy?: DefaultPolicy;
  /** When the viz extension was installed, if it was; pods from before it cannot be tapped. */
  readonly viz?: 'none' | 'before-pods' | 'after-pods';
}

/** A cluster with Linkerd, opened for many questions. */
export interface LinkerdMesh {
  /** Without the policies that the controller refuses: they do not exist. */
  readonly state: ClusterState;
  /** With why it refuses them. */
  readonly refused: readonly { readonly resource: Resource; readonly refusals: readonly PolicyRefusal[] }[];
  readonly setup: LinkerdSetup;
  readonly namespaceOf: Namespaces;
  injection(pod: PodState): PodInjection;
  /** Whether a pod has a proxy of Linkerd, injected or written by hand. */
  isMeshed(pod: PodState): boolean;
  /** The identity its proxy proves; undefined for a pod without one. */
  identity(pod: PodState): string | undefined;
  /** Whether `linkerd viz tap` can look into its proxy. */
  canBeTapped(pod: PodState): boolean;
}
