/**
 * Manifests are typed as their schema says, but a file may hold anything: a `null` list, a number where a text belongs.
 * These readers give what has the right shape and skip the rest, so that no rule ever throws.
 */

/** The objects of a list; entries of another shape, and a list that is no list, count as absent. */
export function items<T>(list: readonly T[] | null | undefined): readonly NonNullable<T>[] {
  return Array.isArray(list) ? (list.filter(isObject) as readonly NonNullable<T>[]) : [];
}

/** The texts of a list. */
export function texts(list: readonly string[] | null | undefined): readonly string[] {
  return Array.isArray(list) ? list.filter((item): item is string => typeof item === 'string') : [];
}

/** The pairs of a map of texts, such as labels. Numbers and booleans count as absent: the schema names them. */
export function pairs(
  map: Readonly<Record<string, string>> | null | undefined,
): readonly (readonly [string, string])[] {
  return isObject(map)
    ? Object.entries(map).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
    : [];
}

/** The keys of a map, whatever it holds; none when it is no map. */
export function keysOf(map: unknown): readonly string[] {
  return isObject(map) ? Object.keys(map) : [];
}

/** An object, or undefined for anything else: `null`, a list, a text. */
export function object<T extends object>(value: T | null | undefined): T | undefined {
  return isObject(value) ? (value as T) : undefined;
}

/** A text that is not empty. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A whole number. */
export function integer(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}

/** Whether a field was given: the API server drops `null` as if it had not been written. */
export function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
