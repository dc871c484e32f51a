import { isObject } from '../workloads/values.ts';

/** An object of a manifest whose shape nothing has promised yet. */
export type Fields = Readonly<Record<string, unknown>>;

const none: Fields = Object.freeze(Object.create(null) as Record<string, unknown>);

/** The fields of an object; none when it is no object. */
export function fields(value: unknown): Fields {
  return isObject(value) ? value : none;
}

/** The objects of a list; entries of another shape, and a list that is no list, count as absent. */
export function fieldsList(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The texts of a list, or undefined when there is no list: an absent list and an empty one mean different things. */
export function optionalTexts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : undefined;
}

/** A number, whole or not. */
export function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A map of texts, such as labels. */
export function textPairs(value: unknown): readonly (readonly [string, string])[] {
  return Object.entries(fields(value)).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
}
