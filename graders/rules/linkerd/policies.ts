import type { IContainerPort } from 'kubernetes-models/v1';
import { lookup } from '../../model/manifests/lookup.ts';
import type { Manifests, Resource } from '../../model/manifests/manifests.ts';
import { fields } from '../../model/mesh/fields.ts';
import { containersOf } from '../../model/workloads/containers.ts';
import { matchesSelector } from '../../model/workloads/selectors.ts';
import { podTemplatesOf } from '../../model/workloads/templates.ts';
import { items } from '../../model/workloads/values.ts';

export const policyGroup = 'policy.linkerd.io';

/** The policy objects of Linkerd of a kind. */
export function policyObjects({ resources }: Manifests, kind: string): readonly Resource[] {
  return lookup(resources).ofKind(policyGroup, kind);
}

/** The ports that the pods of a Server declare, in the files at hand. */
export function declaredBy({ data, namespace = 'default' }: Resource, manifests: Manifests): readonly IContainerPort[] {
  const { podSelector } = fields(fields(data).spec);
  return podTemplatesOf(manifests)
    .filter((template) => template.namespace === namespace && matchesSelector(fields(podSelector), template.labels))
    .flatMap((template) => containersOf(template).flatMap(({ container }) => items(container.ports)));
}

/** Whether the pods of a Server declare ports, and its own is none of them. */
export function missesItsPods(server: Resource, manifests: Manifests): boolean {
  const { port } = fields(fields(server.data).spec);
  const declared = declaredBy(server, manifests);
  return declared.length > 0 && !declared.some(({ containerPort, name }) => containerPort === port || name === port);
}

/** Whether an AuthorizationPolicy may be for a Server: for it, for its namespace, or for some route, which may be its. */
export function mayBeFor(policy: Resource, server: Resource): boolean {
  const { kind, name } = fields(fields(fields(policy.data).spec).targetRef);
  return policy.namespace === server.namespace && (kind !== 'Server' || name === server.name);
}
