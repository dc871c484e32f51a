/** A value as `kubectl -o json` prints it: keys in order, four blanks a step. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(ordered(value), null, 4)}\n`;
}

/** On one line, as JSONPath shows a map. */
export const compactJson = (value: unknown): string => JSON.stringify(ordered(value)) ?? 'null';

export function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => [key, ordered(one)] as const);
  return Object.fromEntries(entries);
}
