import type { Span } from '../../core/span.ts';
import type { ResourceRef } from '../../core/trace.ts';
import { spanAt } from '../../parse/yaml/located.ts';
import { lookup } from './lookup.ts';

/** Which of the two worlds a manifest belongs to: what the exercise gives, or what the student wrote. */
export type Origin = 'given' | 'answer';

/** What every Kubernetes object has in common, as the API server reads it. */
export interface ObjectMeta {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** One Kubernetes object of a file. `data` is the whole object, located: `spanOf(data.spec.http[0], 'route')`. */
export interface Resource<Data = unknown> {
  readonly apiVersion: string;
  /** The group of `apiVersion`: empty for the core group. */
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** As written; undefined for cluster-scoped kinds. Namespaced objects without one are in `default`. */
  readonly namespace: string | undefined;
  readonly metadata: ObjectMeta;
  readonly data: Data;
  readonly origin: Origin;
  /** The whole object in its file. */
  readonly at: Span;
}

/** Every manifest of one world, in file order. */
export interface Manifests {
  readonly resources: readonly Resource[];
}

/** The objects of a kind. Kinds that exist in two groups (`Gateway`, `AuthorizationPolicy`) need the group too. */
export function ofKind<Data>(manifests: Manifests, kind: string, group?: string): readonly Resource<Data>[] {
  const known = lookup(manifests.resources);
  return (group === undefined ? known.called(kind) : known.ofKind(group, kind)) as readonly Resource<Data>[];
}

/** Whether applying one object changes the other: the API server knows an object by these four and nothing else. */
export function isSameObject(a: Resource, b: Resource): boolean {
  return a.group === b.group && a.kind === b.kind && a.name === b.name && a.namespace === b.namespace;
}

export function refOf({ kind, name, namespace }: Resource): ResourceRef {
  return namespace === undefined ? { kind, name } : { kind, name, namespace };
}

/** Where a field of an object was written, or the nearest ancestor of it that was. */
export function fieldSpan(resource: Resource, ...path: readonly (string | number)[]): Span {
  return spanAt(resource.data, path) ?? resource.at;
}
