import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { runs } from '../../vitest/quick.ts';
import { re2 } from './re2.ts';

describe('whole matches', () => {
  test.each([
    ['v[12]', 'v1', true],
    ['v[12]', 'v12', false],
    ['.*', 'a/b', true],
    ['.*', 'a\nb', false],
    ['(?s).*', 'a\nb', true],
    ['a|ab', 'ab', true],
    ['(a|ab)(c|bcd)', 'abcd', true],
    ['(?i)Jason', 'jASON', true],
    ['x(?i:y)z', 'xYz', true],
    ['x(?i:y)z', 'XYz', false],
    ['x(?i)y|z', 'Z', true],
    ['^/api/v\\d+(/.*)?$', '/api/v10/x', true],
    ['^/api/v\\d+(/.*)?$', '/api/vx', false],
    ['[^a-c]+', 'xyz', true],
    ['[]a]+', ']a', true],
    ['[a-]+', 'a-a', true],
    ['[\\w.-]+@[[:alpha:]]+', 'a.b-c@de', true],
    ['[[:^digit:]]', '3', false],
    ['a{2,3}', 'a', false],
    ['a{2,3}', 'aaa', true],
    ['a{2,}b', 'aaaaab', true],
    ['a{,3}', 'a{,3}', true],
    ['\\x41\\x{1F600}\\101', 'A😀A', true],
    ['\\pL+', 'áé', true],
    ['\\p{Greek}', 'α', true],
    ['\\P{Lu}', 'A', false],
    ['\\Qa.b\\E.', 'a.bc', true],
    ['\\Qa.b\\E+', 'a.bbb', true],
    ['{,2}', '{,2}', true],
    ['\\bfoo\\b.*', 'foo bar', true],
    ['a\\B.', 'ab', true],
    ['(?m)a$\\n^b', 'a\nb', true],
    ['(?P<n>a)(?<m>b)', 'ab', true],
    ['', '', true],
    ['()*', '', true],
    ['(a*)*b', 'aab', true],
    ['.', '😀', true],
    ['\\.\\/\\-', './-', true],
  ])('%j on %j: %j', (pattern, text, expected) => expect(re2(pattern)?.matches(text)).toBe(expected));
});

test.each([
  ['look-ahead', 'a(?=b)'],
  ['look-behind', '(?<=a)b'],
  ['a back-reference', '(a)\\1'],
  ['a possessive repetition', 'a++'],
  ['a repetition of a repetition', 'a**'],
  ['nothing to repeat', '*a'],
  ['an open group', '(a'],
  ['a stray parenthesis', 'a)'],
  ['an open set', '[a'],
  ['a range the wrong way round', '[z-a]'],
  ['too many repetitions', 'a{1001}'],
  ['repetitions of nothing', '{2}'],
  ['repetitions of nothing in a group', '(a|{1,})'],
  ['too many repetitions, nested', '(a{100}){100}'],
  ['a range of repetitions the wrong way round', 'a{3,2}'],
  ['an unknown escape', '\\y'],
  ['a trailing backslash', 'a\\'],
  ['an unknown class', '[[:letra:]]'],
  ['an unknown property', '\\p{Nada}'],
  ['a code point beyond Unicode', '\\x{110000}'],
  ['an unknown flag', '(?x)a'],
])('refuses %s', (_, pattern) => expect(re2(pattern)).toBeUndefined());

describe('replacing', () => {
  test.each([
    ['/v(\\d+)/', '/api/v1/v22/', '/x\\1/', '/api/x1/v22/'],
    ['^/old', '/old/old', '/new', '/new/old'],
    ['a*', 'baac', '-', '-b-c-'],
    ['(a)|(b)', 'ab', '[\\1\\2]', '[a][b]'],
    ['a|ab', 'abab', 'x', 'xbxb'],
    ['a+?', 'aaa', 'x', 'xxx'],
    ['(?U)a+', 'aaa', 'x', 'xxx'],
    ['b', 'abc', '\\\\\\0', 'a\\bc'],
    ['z', 'abc', 'x', 'abc'],
  ])('%j in %j by %j: %j', (pattern, text, by, expected) => expect(re2(pattern)?.replaceAll(text, by)).toBe(expected));
});

describe('against the engine of JavaScript', () => {
  const atom = fc.constantFrom(
    'a',
    'b',
    '.',
    '[ab]',
    '[^a]',
    '\\d',
    '\\w',
    '^',
    '$',
    '\\b',
    '(?:a|b)',
    '(a)',
    '(b|ab)',
  );
  const repetition = fc.constantFrom('', '', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,2}?');
  const plain = fc
    .array(fc.tuple(atom, repetition), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.map(([one, times]) => (/^[\^$]$|^\\b$/.test(one) ? one : one + times)).join(''));
  const pattern = plain.chain((one) => fc.constantFrom(one, `${one}|b`, `(?:${one})*`, `(${one})?a`));
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', ' '), maxLength: 10 });

  it('finds the same whole matches', () => {
    fc.assert(
      fc.property(pattern, text, (one, some) => {
        expect(re2(one)?.matches(some)).toBe(new RegExp(`^(?:${one})$`).test(some));
      }),
      { numRuns: runs(1_000) },
    );
  });

  /** Every match but an empty one where the last match ended. JavaScript alone forbids empty turns of a loop. */
  function replaced(one: string, some: string): string {
    let lastEnd = -1;
    return some.replace(new RegExp(one, 'g'), (match, ...rest) => {
      const at = rest.find((part) => typeof part === 'number') as number;
      const adjacent = match === '' && at === lastEnd;
      lastEnd = at + match.length;
      return adjacent ? '' : `<${match}>`;
    });
  }

  it('finds the same matches to replace', () => {
    fc.assert(
      fc.property(plain, text, (one, some) => {
        expect(re2(one)?.matchesIn(some)).toBe(new RegExp(one).test(some));
        expect(re2(one)?.replaceAll(some, '<\\0>')).toBe(replaced(one, some));
      }),
      { numRuns: runs(1_000) },
    );
  });
});

describe('patterns that keep other engines busy', () => {
  test.each([
    ['(a+)+$', `${'a'.repeat(5_000)}b`],
    ['(a|a)*b', 'a'.repeat(5_000)],
    ['(.*)*(.*)*(.*)*x', 'a'.repeat(2_000)],
    ['(a?){30}a{30}', 'a'.repeat(29)],
    ['(((((a*)*)*)*)*)*b', 'a'.repeat(2_000)],
  ])('%s', (pattern, text) => expect(re2(pattern)?.matches(text)).toBe(false));

  it('and any other text is either a pattern or none', () => {
    const piece = fc.constantFrom(
      ...'(){}[]|*+?.^$\\-,:<>=!PQEpxABdwi0159aé😀'.split(''),
      '(?',
      '[[:',
      ':]]',
      '\\x{',
      '{1,',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        re2(pieces.join(''))?.replaceAll('a1 b', 'x');
      }),
      { numRuns: runs(2_000) },
    );
  });
});
