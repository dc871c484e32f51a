export type Raw = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

export const textOf = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : String(value);

/** `KEY=value` of a map or a list; without a value in both it is one of the environment. */
export const pairsOf = (value: unknown): readonly string[] =>
  isRecord(value)
    ? Object.entries(value).map(([key, one]) => (one === null ? key : `${key}=${String(one)}`))
    : listOf(value).map(String);

/** The words of a command: a list as it is, a text as a shell would split it. */
export function wordsOf(value: unknown): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.map(String);
  const words = String(value).match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? [];
  return words.map((word) => word.replace(/'([^']*)'|"([^"]*)"/g, (_, a, b) => a ?? b));
}
