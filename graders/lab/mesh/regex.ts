import { re2 } from '../../core/re2/re2.ts';

/**
 * Whether an RE2 pattern matches a whole text, as Envoy's `safe_regex` does.
 * @returns undefined for a pattern RE2 would not accept: look-around and back-references are not in its language
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function fullMatch(pattern: string, text: string): boolean | undefined {
  return re2(pattern)?.matches(text);
}

/** Whether RE2 accepts a pattern. */
export function isPattern(pattern: string): boolean {
  return re2(pattern) !== undefined;
}

/** Replaces every match of an RE2 pattern; `\1` in the replacement is the first group. A wrong pattern changes nothing. */
export function replaceAllMatches(pattern: string, text: string, replacement: string): string {
  return re2(pattern)?.replaceAll(text, replacement) ?? text;
}
