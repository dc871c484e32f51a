import { re2 } from '../../../core/re2/re2.ts';

/**
 * Whether an RE2 pattern matches a whole text.
 * @returns undefined for a pattern RE2 would not accept
 */
export function fullMatch(pattern: string, text: string): boolean | undefined {
  return re2(pattern)?.matches(text);
}
