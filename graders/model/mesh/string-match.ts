import { type Fields, fields } from './fields.ts';

/**
 * A `StringMatch` of Istio. `present` is how a header or parameter asks only to be there: `{}` or the regex `*`. `segments`
 * is the prefix of the Gateway API, which ends at a slash.
 */
export interface StringMatch {
  readonly how: 'exact' | 'prefix' | 'regex' | 'present' | 'segments';
  readonly value: string;
}

/**
 * Reads a `StringMatch`. A plain text is no match and reads as absent.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#StringMatch
 */
export function readStringMatch(value: unknown): StringMatch | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const match = fields(value);
  for (const how of ['exact', 'prefix', 'regex'] as const) {
    const wanted = match[how];
    if (typeof wanted !== 'string') continue;
    return how === 'regex' && wanted === '*' ? { how: 'present', value: '' } : { how, value: wanted };
  }
  return { how: 'present', value: '' };
}

/** Reads a map of matches, such as `headers`. A name without a value (`end-user:`) asks for presence. */
export function readMatches(value: unknown): readonly (readonly [string, StringMatch])[] {
  return Object.entries(fields(value) as Fields).map(
    ([name, match]) => [name, readStringMatch(match) ?? { how: 'present', value: '' }] as const,
  );
}
