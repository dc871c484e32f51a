import type { ILimitRangeSpec } from 'kubernetes-models/v1';
import { type Manifests, ofKind, type Resource } from '../../model/manifests/manifests.ts';
import { items, keysOf, object } from '../../model/workloads/values.ts';

/**
 * Whether the files show enough of a world to say that something is missing from it. A lone object says nothing about its
 * neighbors, and Kustomize renames, adds and generates objects that no file shows.
 */
export function isWorld({ resources }: Manifests): boolean {
  return resources.length > 1 && !resources.some(({ group }) => group === 'kustomize.config.k8s.io');
}

/** Finds objects by kind, name and namespace in constant time. */
export function indexOf({
  resources,
}: Manifests): (kind: string, namespace: string | undefined, name: string) => Resource | undefined {
  const byKey = new Map(
    resources.map((resource) => [keyOf(resource.kind, resource.namespace, resource.name), resource]),
  );
  return (kind, namespace, name) => byKey.get(keyOf(kind, namespace, name));
}

const keyOf = (kind: string, namespace: string | undefined, name: string): string =>
  `${kind}/${namespace ?? ''}/${name}`;

/** The names of the objects of a kind in a namespace. */
export function namesOf({ resources }: Manifests, kind: string, namespace: string | undefined): readonly string[] {
  return resources.filter((one) => one.kind === kind && one.namespace === namespace).map(({ name }) => name);
}

/** Whether a LimitRange of the namespace completes what a container does not say about a resource. */
export function isDefaulted(
  manifests: Manifests,
  namespace: string,
  resource: string,
  what: 'request' | 'limit',
): boolean {
  const fields =
    what === 'limit' ? (['default', 'max'] as const) : (['defaultRequest', 'default', 'max', 'min'] as const);
  return ofKind<{ spec?: ILimitRangeSpec }>(manifests, 'LimitRange', '').some(
    (range) =>
      range.namespace === namespace &&
      items(object(range.data.spec)?.limits).some(
        (limit) => limit.type === 'Container' && fields.some((field) => keysOf(limit[field]).includes(resource)),
      ),
  );
}
