import { plainLetters } from '../../core/plain-letters.ts';

/** The same order on every machine, whatever its language. */
export const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same, as people look for names in a list: Álvaro between Ana and Bea. */
export const byReadName = (a: string, b: string): number => byName(plainLetters(a), plainLetters(b)) || byName(a, b);
