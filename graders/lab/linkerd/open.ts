import { own } from '../../core/own.ts';
import type { ClusterState, PodState } from '../cluster/index.ts';
import { keys, podAnnotation } from './annotations.ts';
import { identityOf } from './identity.ts';
import { carriesProxy, injectedOf, injectionOf, namespacesOf, type PodInjection } from './injection/pods.ts';
import { templateText } from './injection/template.ts';
import type { LinkerdMesh, LinkerdSetup } from './mesh.ts';
import { probed } from './probes.ts';
import { policyRefusals } from './validate/validate.ts';

/**
 * Opens a cluster in which the control plane of Linkerd is installed and running.
 * @see https://linkerd.io/2-edge/reference/architecture/
 */
export function openLinkerd(world: ClusterState, setup: LinkerdSetup = {}): LinkerdMesh {
  const refused = world.resources
    .map((resource) => ({ resource, refusals: policyRefusals(resource, world.resources) }))
    .filter(({ refusals }) => refusals.length > 0);
  const gone = new Set(refused.map(({ resource }) => resource));
  const resources = world.resources.filter((resource) => !gone.has(resource));
  const state = refused.length > 0 ? { ...world, resources } : world;
  const now = namespacesOf(state.resources);
  const then = namespacesOf(setup.before ?? []);
  const known = new Map<PodState, PodInjection>();
  const injection = (pod: PodState): PodInjection => {
    const decided = known.get(pod) ?? decide(pod);
    known.set(pod, decided);
    return decided;
  };
  const decide = (pod: PodState): PodInjection =>
    state.asCreated ? injectedOf(pod, now) : injectionOf(pod, now, isOlder(pod, setup) ? then : undefined);
  const isMeshed = (pod: PodState) => injection(pod).injected || carriesProxy(pod);
  const mesh: LinkerdMesh = {
    state,
    refused,
    setup,
    namespaceOf: now,
    injection,
    isMeshed,
    identity: (pod) => (isMeshed(pod) ? identityOf(pod) : undefined),
    canBeTapped: (pod) =>
      isMeshed(pod) &&
      (state.asCreated ? own(pod.annotations, keys.tapEnabled) === 'true' : setup.viz === 'before-pods') &&
      podAnnotation(pod, keys.disableTap)?.value !== 'true',
  };
  return { ...mesh, state: probed(mesh) };
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
