/**
 * Manifests reach the lab before anything promises that they fit their schema. These readers give the part of a value
 * that has the right shape and nothing else, so that no broken manifest can make the lab throw.
 */

/** The objects of a list, in order; nothing when it is no list. */
export function list<T>(value: readonly T[] | null | undefined): readonly NonNullable<T>[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
}

/** The texts of a list; numbers and booleans count as the text they show. */
export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item !== 'object').map(String) : [];
}

/** A map of texts such as labels. Numbers and booleans, which the API server refuses, count as the text they show. */
export function textMap(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (typeof inner === 'object' ? [] : [[key, String(inner)]])),
  );
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A finite whole number. */
export function integer(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}

/** A count no simulation may exceed: a typo in `replicas` must not freeze the page. */
export function count(value: unknown, otherwise: number, limit = 1000): number {
  return Math.min(Math.max(integer(value) ?? otherwise, 0), limit);
}
