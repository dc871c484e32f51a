import { lookup } from '../../model/manifests/lookup.ts';
import type { Manifests, Resource } from '../../model/manifests/manifests.ts';
import { fields } from '../../model/mesh/fields.ts';

export const policyGroup = 'policy.linkerd.io';

/** The policy objects of Linkerd of a kind. */
export function policyObjects({ resources }: Manifests, kind: string): readonly Resource[] {
  return lookup(resources).ofKind(policyGroup, kind);
}

/** Whether an AuthorizationPolicy may be for a Server: for it, for its namespace, or for some route, which may be its. */
export function mayBeFor(policy: Resource, server: Resource): boolean {
  const { kind, name } = fields(fields(fields(policy.data).spec).targetRef);
  return policy.namespace === server.namespace && (kind !== 'Server' || name === server.name);
}
