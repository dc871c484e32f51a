import { inBlock, type PodState } from '../../cluster/index.ts';
import { inheritedAnnotation, keys, type Written } from '../annotations.ts';
import type { LinkerdMesh } from '../mesh.ts';
import type { PolicyClient } from './client.ts';
import { type DefaultPolicy, defaultPolicies } from './default-policies.ts';

/** Private addresses, as `clusterNetworks` of the installation lists them. */
const clusterNetworks: readonly string[] = ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16'];

export interface PodPolicy {
  readonly policy: DefaultPolicy;
  readonly by?: Written;
}

/** The default policy of a pod: its own annotation, that of its namespace, or that of the installation. */
export function defaultPolicyOf(mesh: LinkerdMesh, pod: PodState): PodPolicy {
  const by = inheritedAnnotation(pod, mesh.namespaceOf(pod.namespace), keys.inboundPolicy);
  const policy = defaultPolicies.find((known) => known === by?.value);
  if (policy && by) return { policy, by };
  return { policy: mesh.setup.defaultPolicy ?? 'all-unauthenticated' };
}

/** Whether a default policy lets a client through. `audit` lets everybody through and writes it down. */
export function admits(policy: DefaultPolicy, { ip, identity }: PolicyClient): boolean {
  switch (policy) {
    case 'deny':
      return false;
    case 'all-unauthenticated':
    case 'audit':
      return true;
    case 'all-authenticated':
      return identity !== undefined;
    case 'cluster-unauthenticated':
      return isInCluster(ip);
    case 'cluster-authenticated':
      return identity !== undefined && isInCluster(ip);
  }
}

const isInCluster = (ip: string): boolean => clusterNetworks.some((block) => inBlock(ip, block));
