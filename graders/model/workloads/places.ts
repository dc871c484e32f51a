import { own } from '../../core/own.ts';
import type { Span } from '../../core/span.ts';
import { keySpanOf, spanOf } from '../../parse/yaml/located.ts';
import type { Resource } from '../manifests/manifests.ts';
import { isObject } from './values.ts';

/**
 * Where a field of a part of a resource is shown: its value or, if that is a whole block, its key. Without a field, or
 * when it was not written, the first key of the part; without a part, the resource.
 */
export function placeOf(resource: Resource, part: unknown, field?: string): Span {
  return (field === undefined ? undefined : fieldPlace(part, field)) ?? partPlace(part) ?? titleOf(resource);
}

/** Where something that has a name is shown: the name, so that the underline is one word and not a whole block. */
export function namePlaceOf(resource: Resource, part: unknown): Span {
  return placeOf(resource, part, 'name');
}

/** Where a resource as a whole is shown: its name, or its kind. */
export function titleOf(resource: Resource): Span {
  return spanOf(resource.metadata, 'name') ?? spanOf(resource.data, 'kind') ?? resource.at;
}

function fieldPlace(part: unknown, field: string): Span | undefined {
  const value = isObject(part) ? own(part, field) : undefined;
  return typeof value === 'object' ? keySpanOf(part, field) : spanOf(part, field);
}

function partPlace(part: unknown): Span | undefined {
  const [first] = isObject(part) ? Object.keys(part) : [];
  return first === undefined ? spanOf(part) : (keySpanOf(part, first) ?? spanOf(part));
}
