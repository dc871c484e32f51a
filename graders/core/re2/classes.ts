import { BadPattern, type Test } from './tree.ts';

const code = (char: string): number => char.codePointAt(0) ?? 0;
const between = (from: string, to: string): Test => {
  const [low, high] = [code(from), code(to)];
  return (point) => low <= point && point <= high;
};
const any =
  (...tests: readonly Test[]): Test =>
  (point) =>
    tests.some((test) => test(point));
export const not =
  (test: Test): Test =>
  (point) =>
    !test(point);
const among = (chars: string): Test => {
  const points = new Set(Array.from(chars, code));
  return (point) => points.has(point);
};

const digit = between('0', '9');
const lower = between('a', 'z');
const upper = between('A', 'Z');
export const word: Test = any(digit, lower, upper, among('_'));
const space = among('\t\n\f\r ');

/** `\d`, `\s` and `\w`, which know only ASCII. */
export const perlClasses: Readonly<Record<string, Test>> = {
  d: digit,
  D: not(digit),
  s: space,
  S: not(space),
  w: word,
  W: not(word),
};

/** `[[:alpha:]]` and its like. */
export const posixClasses: Readonly<Record<string, Test>> = {
  alnum: any(digit, lower, upper),
  alpha: any(lower, upper),
  ascii: (point) => point < 0x80,
  blank: among('\t '),
  cntrl: (point) => point < 0x20 || point === 0x7f,
  digit,
  graph: between('!', '~'),
  lower,
  print: between(' ', '~'),
  punct: any(between('!', '/'), between(':', '@'), between('[', '`'), between('{', '~')),
  space: among('\t\n\v\f\r '),
  upper,
  word,
  xdigit: any(digit, between('A', 'F'), between('a', 'f')),
};

/**
 * `\pL`, `\p{Greek}`: a general category or a script of Unicode.
 * @throws BadPattern for a name that is neither
 */
export function unicodeClass(name: string): Test {
  for (const property of [name, `Script=${name}`]) {
    try {
      const one = new RegExp(`^\\p{${property}}$`, 'u');
      if (name === 'Any') return () => true;
      if (/^(?:[A-Z][a-z]?|[A-Z][a-z]+(?:_[A-Z][a-z]+)*)$/.test(name))
        return (point) => one.test(String.fromCodePoint(point));
    } catch {
      // Neither a category nor, on the second turn, a script.
    }
  }
  throw new BadPattern(`\\p{${name}}`);
}

/** A character in any case: what `(?i)` makes of it. */
export function folded(test: Test): Test {
  return (point) => {
    if (test(point)) return true;
    const char = String.fromCodePoint(point);
    const [small, capital] = [char.toLowerCase(), char.toUpperCase()];
    return test(code(small)) || test(code(capital));
  };
}
