import type { Manifests, Resource } from '../../model/manifests/manifests.ts';
import { fields } from '../../model/mesh/fields.ts';

/** The policy objects of Linkerd of a kind. */
export function policyObjects({ resources }: Manifests, kind: string): readonly Resource[] {
  return resources.filter((one) => one.kind === kind && one.group === 'policy.linkerd.io');
}

/** Whether an AuthorizationPolicy is for a Server: for it, for its namespace, or for a route of that namespace. */
export function isForServer(policy: Resource, server: Resource, routes: readonly Resource[]): boolean {
  if (policy.namespace !== server.namespace) return false;
  const { kind, name } = fields(fields(fields(policy.data).spec).targetRef);
  if (kind === 'Namespace') return true;
  if (kind === 'Server') return name === server.name;
  return routes.some((route) => route.kind === kind && route.name === name) || kind !== 'Server';
}
