import { lazy } from '../../core/lazy.ts';
import { re2 } from '../../core/re2/re2.ts';
import { type Fields, fields } from './fields.ts';

/**
 * A `StringMatch` of Istio. `present` is how a header or parameter asks only to be there: `{}` or the regex `*`. `segments`
 * is the prefix of the Gateway API, which ends at a slash.
 */
export interface StringMatch {
  readonly how: 'exact' | 'prefix' | 'regex' | 'present' | 'segments';
  readonly value: string;
  /** Of a regular expression: whether it matches a whole text. */
  readonly test?: (text: string) => boolean;
}

/** The prefix that `segments` compares: a slash at its end is left out. */
export function segmentsOf(value: string): string {
  return value === '/' ? value : value.replace(/\/$/, '');
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
    if (how !== 'regex') return { how, value: wanted };
    return wanted === '*' ? { how: 'present', value: '' } : regexMatch(wanted);
  }
  return { how: 'present', value: '' };
}

/** Reads a map of matches, such as `headers`. A name without a value (`end-user:`) asks for presence. */
export function readMatches(value: unknown): readonly (readonly [string, StringMatch])[] {
  return Object.entries(fields(value) as Fields).map(
    ([name, match]) => [name, readStringMatch(match) ?? { how: 'present', value: '' }] as const,
  );
}

/** A match by regular expression, which is read when it is first needed. */
export function regexMatch(value: string): StringMatch {
  const pattern = lazy(() => re2(value));
  return { how: 'regex', value, test: (text) => pattern()?.matches(text) ?? false };
}
