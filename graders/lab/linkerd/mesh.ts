import type { Resource } from '../../model/manifests/manifests.ts';
import type { ClusterState, PodState } from '../cluster/index.ts';
import { keys, podAnnotation } from './annotations.ts';
import { identityOf } from './identity.ts';
import { carriesProxy, injectionOf, type Namespaces, namespacesOf, type PodInjection } from './injection/pods.ts';
import { templateText } from './injection/template.ts';
import type { DefaultPolicy } from './policy/default-policies.ts';
import { policyRefusals } from './validate/validate.ts';

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
  readonly refused: readonly Resource[];
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

/**
 * Opens a cluster in which the control plane of Linkerd is installed and running.
 * @see https://linkerd.io/2-edge/reference/architecture/
 */
export function openLinkerd(world: ClusterState, setup: LinkerdSetup = {}): LinkerdMesh {
  const refused = world.resources.filter((resource) => policyRefusals(resource).length > 0);
  const resources = world.resources.filter((resource) => !refused.includes(resource));
  const state = refused.length > 0 ? { ...world, resources } : world;
  const now = namespacesOf(state.resources);
  const then = namespacesOf(setup.before ?? []);
  const known = new Map<PodState, PodInjection>();
  const injection = (pod: PodState): PodInjection => {
    const decided = known.get(pod) ?? injectionOf(pod, now, isOlder(pod, setup) ? then : undefined);
    known.set(pod, decided);
    return decided;
  };
  const isMeshed = (pod: PodState) => injection(pod).injected || carriesProxy(pod);
  return {
    state,
    refused,
    setup,
    namespaceOf: now,
    injection,
    isMeshed,
    identity: (pod) => (isMeshed(pod) ? identityOf(pod) : undefined),
    canBeTapped: (pod) =>
      isMeshed(pod) && setup.viz === 'before-pods' && podAnnotation(pod, keys.disableTap)?.value !== 'true',
  };
}

/** A pod is created again only when its template changes or somebody restarts its workload. */
function isOlder({ from, namespace, workload }: PodState, { before, restarted = [] }: LinkerdSetup): boolean {
  if (!before || restarted.includes(`${namespace}/${workload.name}`)) return false;
  const same = before.find(
    (one) =>
      one.kind === from.kind && one.group === from.group && one.name === from.name && one.namespace === namespace,
  );
  return same !== undefined && templateText(same) === templateText(from);
}
