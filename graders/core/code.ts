/** A word as code, for a hole of a sentence. */
export const code = (word: string | number): string => `\`${word}\``;

/** Labels, or whatever else is written as `key: value`, as code, for a hole of a sentence. */
export function pairsAsCode(pairs: Iterable<readonly [string, unknown]>): readonly string[] {
  return [...pairs].map(([key, value]) => code(`${key}: ${value}`));
}
