import type { ILimitRangeSpec } from 'kubernetes-models/v1';
import { memo } from '../../core/memo.ts';
import { lookup, type Named } from '../../model/manifests/lookup.ts';
import { type Manifests, ofKind, type Resource } from '../../model/manifests/manifests.ts';
import { items, keysOf, object } from '../../model/workloads/values.ts';

/**
 * Whether the files show enough of a world to say that something is missing from it. A lone object says nothing about its
 * neighbors, and Kustomize renames, adds and generates objects that no file shows.
 */
export function isWorld({ resources }: Manifests): boolean {
  return resources.length > 1 && !isKustomized(resources);
}

/** Whether Kustomize makes the objects that a cluster will get out of these. */
export const isKustomized = memo((resources: readonly Resource[]): boolean =>
  resources.some(({ group }) => group === 'kustomize.config.k8s.io'),
);

/** The object of a name. Of two with the same name the last applied one stays. */
export function objectNamed({ resources }: Manifests, { group, kind, namespace, name }: Named): Resource | undefined {
  return lookup(resources).named(group, kind, namespace, name).at(-1);
}

/** The names of the objects of a kind of the core group in a namespace. */
export function namesOf({ resources }: Manifests, kind: string, namespace: string): readonly string[] {
  return lookup(resources)
    .inNamespace('', kind, namespace)
    .map(({ name }) => name);
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
