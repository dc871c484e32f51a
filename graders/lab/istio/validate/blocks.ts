import { own } from '../../../core/own.ts';
import type { Span } from '../../../core/span.ts';
import { isObject, isSet, items } from '../../../model/workloads/values.ts';
import { spanOf } from '../../../parse/yaml/located.ts';

/** A block of a manifest, of any shape: what does not fit the schema is passed over. */
export type Block = Readonly<Record<string, unknown>>;

/** The block in a field, if there is one. */
export function blockIn(holder: Block | undefined, field: string): Block | undefined {
  const value = own(holder, field);
  return isObject(value) ? value : undefined;
}

/** The blocks of a list. */
export function blocksIn(holder: Block | undefined, field: string): readonly Block[] {
  return items(own(holder, field) as readonly Block[] | undefined);
}

/** The blocks of a map, with their keys. */
export function entriesIn(holder: Block | undefined, field: string): readonly (readonly [string, Block])[] {
  return Object.entries(blockIn(holder, field) ?? {}).filter((pair): pair is [string, Block] => isObject(pair[1]));
}

/** A text of a list, with its place. */
export interface Listed {
  readonly value: string;
  readonly at: Span | undefined;
}

export function textsIn(holder: Block | undefined, field: string): readonly Listed[] {
  const list = own(holder, field);
  if (!Array.isArray(list)) return [];
  return list.flatMap((value, index) => (typeof value === 'string' ? [{ value, at: spanOf(list, index) }] : []));
}

/** A number in a field; absent ones count as 0, as in a message of Protobuf. */
export const numberIn = (holder: Block | undefined, field: string): number => {
  const value = own(holder, field);
  return typeof value === 'number' ? value : 0;
};

/** A text in a field; absent ones count as empty. */
export const textIn = (holder: Block | undefined, field: string): string => {
  const value = own(holder, field);
  return typeof value === 'string' ? value : '';
};

/**
 * Whether a field is written, even if nothing is in it: the conditions of the definitions ask `has(self.field)`, and to
 * them an empty list or block is there; `null` is dropped before.
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules
 */
export const isGiven = (holder: Block | undefined, field: string): boolean => isSet(own(holder, field));

/** Whether a list has anything in it. */
export const hasItems = (holder: Block | undefined, field: string): boolean => {
  const value = own(holder, field);
  return Array.isArray(value) && value.length > 0;
};
