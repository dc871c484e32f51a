export type Raw = Readonly<Record<string, unknown>>;

/** A mapping or a list stands where a text belongs. */
export class NotText extends Error {
  /** @param at path of the field: `services.web.image` */
  constructor(readonly at: string) {
    super(at);
  }
}

export const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** A scalar as text. @param at path of the field @throws NotText for anything else */
export function textAt(value: unknown, at: string): string {
  if (typeof value === 'object' && value !== null) throw new NotText(at);
  return String(value);
}

export const textOf = (value: unknown, at: string): string | undefined =>
  value === undefined || value === null ? undefined : textAt(value, at);

/** The scalars of a list, or the only one. */
export const textsOf = (value: unknown, at: string): readonly string[] =>
  listOf(value).map((one, index) => textAt(one, `${at}.${index}`));

/** `KEY=value` of a map or a list; without a value in both it is one of the environment. */
export const pairsOf = (value: unknown, at: string): readonly string[] =>
  isRecord(value)
    ? Object.entries(value).map(([key, one]) => (one === null ? key : `${key}=${textAt(one, `${at}.${key}`)}`))
    : textsOf(value, at);

/** The words of a command: a list as it is, a text as a shell would split it. */
export function wordsOf(value: unknown, at: string): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return textsOf(value, at);
  const words = textAt(value, at).match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? [];
  return words.map((word) => word.replace(/'([^']*)'|"([^"]*)"/g, (_, a, b) => a ?? b));
}
