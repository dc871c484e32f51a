export type Raw = Readonly<Record<string, unknown>>;

/** Something else stands where a text, a list or a mapping belongs. */
export class WrongType extends Error {
  /**
   * @param at path of the field: `services.web.image`
   * @param wanted as Compose calls it
   * @see https://github.com/compose-spec/compose-go/blob/v2.16.2/schema/schema.go (`humanReadableType`)
   */
  constructor(
    readonly at: string,
    readonly wanted: 'string' | 'array' | 'mapping',
  ) {
    super(`${at} must be a ${wanted}`);
  }
}

export const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list, or nothing. @param at path of the field @throws WrongType for anything else */
export function listAt(value: unknown, at: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new WrongType(at, 'array');
  return value;
}

/** A scalar as text. @param at path of the field @throws WrongType for anything else */
export function textAt(value: unknown, at: string): string {
  if (typeof value === 'object' && value !== null) throw new WrongType(at, 'string');
  return String(value);
}

export const textOf = (value: unknown, at: string): string | undefined =>
  value === undefined || value === null ? undefined : textAt(value, at);

/** The scalars of a list. */
export const textsAt = (value: unknown, at: string): readonly string[] =>
  listAt(value, at).map((one, index) => textAt(one, `${at}.${index}`));

/** `KEY=value` of a map or a list; without a value in both it is one of the environment. */
export function pairsOf(value: unknown, at: string): readonly string[] {
  if (isRecord(value))
    return Object.entries(value).map(([key, one]) => (one === null ? key : `${key}=${textAt(one, `${at}.${key}`)}`));
  if (value !== null && value !== undefined && !Array.isArray(value)) throw new WrongType(at, 'mapping');
  return textsAt(value, at);
}

/** The words of a command: a list as it is, a text as a shell would split it. */
export function wordsOf(value: unknown, at: string): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return textsAt(value, at);
  const words = textAt(value, at).match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? [];
  return words.map((word) => word.replace(/'([^']*)'|"([^"]*)"/g, (_, a, b) => a ?? b));
}
