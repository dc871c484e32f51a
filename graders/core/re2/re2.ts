import { parsePattern } from './parse.ts';
import { compile } from './program.ts';
import { run, type Slots } from './run.ts';
import { BadPattern } from './tree.ts';

/**
 * A regular expression of RE2, the engine of Envoy, Go and Prometheus: no look-around, no back-references, and a time
 * that grows with the pattern and the text. JavaScript's engine differs in both, and some patterns keep it busy for ever.
 */
export interface Re2 {
  /** Whether it matches a whole text. */
  matches(text: string): boolean;
  /** Whether it matches somewhere in a text. */
  matchesIn(text: string): boolean;
  /** Every match replaced; `\1` is the first group, `\0` the match. */
  replaceAll(text: string, replacement: string): string;
  /** The leftmost match replaced. */
  replaceFirst(text: string, replacement: string): string;
}

/**
 * @returns undefined for a pattern RE2 refuses
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function re2(pattern: string): Re2 | undefined {
  try {
    const { tree } = parsePattern(pattern);
    const steps = compile(tree);
    const find = (text: readonly number[], from: number) => run(steps, text, { from, anchored: false, toEnd: false });
    return {
      matches: (text) => run(steps, points(text), { from: 0, anchored: true, toEnd: true }) !== undefined,
      matchesIn: (text) => find(points(text), 0) !== undefined,
      replaceAll: (text, replacement) => replaced(points(text), replacement, find, Number.POSITIVE_INFINITY),
      replaceFirst: (text, replacement) => replaced(points(text), replacement, find, 1),
    };
  } catch (thrown) {
    if (thrown instanceof BadPattern) return undefined;
    throw thrown;
  }
}

const points = (text: string): readonly number[] => Array.from(text, (char) => char.codePointAt(0) ?? 0);
const textOf = (some: readonly number[]): string => some.map((point) => String.fromCodePoint(point)).join('');

function replaced(
  text: readonly number[],
  replacement: string,
  find: (text: readonly number[], from: number) => Slots | undefined,
  most: number,
): string {
  let out = '';
  let from = 0;
  let lastEnd = -1;
  for (let count = 0; count < most && from <= text.length; count++) {
    const slots = find(text, from);
    if (!slots) break;
    const [start = 0, end = 0] = slots;
    out += textOf(text.slice(from, start));
    // Nothing is no match where the last match ended.
    if (start < end || start !== lastEnd) out += filled(replacement, slots, text);
    if (start === end) out += textOf(text.slice(end, end + 1));
    lastEnd = end;
    from = start === end ? end + 1 : end;
  }
  return out + textOf(text.slice(from));
}

function filled(replacement: string, slots: Slots, text: readonly number[]): string {
  return replacement.replace(/\\(\d|\\)/g, (_, name: string) => {
    if (name === '\\') return '\\';
    const [start, end] = [slots[Number(name) * 2], slots[Number(name) * 2 + 1]];
    return start === undefined || end === undefined ? '' : textOf(text.slice(start, end));
  });
}

/** A text as a pattern that matches nothing else. */
export function quoted(text: string): string {
  return Array.from(text, (char) => (/\w/.test(char) ? char : `\\x{${char.codePointAt(0)?.toString(16)}}`)).join('');
}
