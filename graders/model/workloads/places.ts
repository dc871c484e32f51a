import type { Span } from '../../core/span.ts';
import { spanOf } from '../../parse/yaml/located.ts';
import type { Resource } from '../manifests/manifests.ts';

/** Where a field of a part of a resource was written; without the field, the part; without it, the resource. */
export function placeOf(resource: Resource, part: unknown, field?: string | number): Span {
  const at = field === undefined ? undefined : spanOf(part, field);
  return at ?? spanOf(part) ?? titleOf(resource);
}

/** Where something that has a name is shown: the name, so that the underline is one word and not a whole block. */
export function namePlaceOf(resource: Resource, part: unknown): Span {
  return spanOf(part, 'name') ?? spanOf(part) ?? titleOf(resource);
}

/** Where a resource as a whole is shown: its name, or its kind. */
export function titleOf(resource: Resource): Span {
  return spanOf(resource.metadata, 'name') ?? spanOf(resource.data, 'kind') ?? resource.at;
}
