import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullMatch, isPattern, replaceAllMatches } from './regex.ts';

/** What JavaScript says of patterns that mean the same in both languages. */
const reference = (pattern: string, text: string) => new RegExp(`^(?:${pattern})$`, 'u').test(text);

describe('RE2 patterns', () => {
  it.each<[string, string, boolean | undefined]>([
    ['/v[0-9]+', '/v12', true],
    ['/v[0-9]+', '/v12/', false],
    ['(?i)/Img/.*\\.(png|jpg)', '/img/A.PNG', true],
    ['(?i:a)b', 'Ab', true],
    ['(?i:a)b', 'AB', false],
    ['^(.*?;\\s*)?(user=jason)(;.*)?$', 'a=b; user=jason', true],
    ['(?P<id>\\d{2,3})', '123', true],
    ['\\d{2,3}', '1234', false],
    ['a{2}', 'aa', true],
    ['a{,2}', 'a{,2}', true],
    ['[[:alpha:]_-]+', 'ab_-', true],
    ['[^/]+', 'a/b', false],
    ['[]a]', ']', true],
    ['\\pL+', 'ñandú', true],
    ['\\x41', 'A', true],
    ['.', '\n', false],
    ['(?s).', '\n', true],
    ['\\bx\\b', 'x', true],
    ['a|b|', '', true],
    ['', '', true],
    ['(?=a)a', 'a', undefined],
    ['(a)\\1', 'aa', undefined],
    ['a**', 'a', undefined],
    ['*', 'a', undefined],
    ['(', '(', undefined],
    ['a)', 'a', undefined],
    ['[a', 'a', undefined],
    ['[b-a]', 'a', undefined],
    ['\\y', 'y', undefined],
    ['a{1001}', 'a', undefined],
  ])('%s on %j', (pattern, text, expected) => {
    expect(fullMatch(pattern, text)).toBe(expected);
    expect(isPattern(pattern)).toBe(expected !== undefined);
  });

  it('agrees with JavaScript where both languages say the same', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '/',
      '.',
      '[ab]',
      '[^a]',
      '\\d',
      '(a|b)',
      '(?:ab)',
      'a*',
      '(ab)+',
      'b?',
      'a{1,2}',
      '|',
      '^',
      '$',
    );
    const pattern = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    const text = fc.array(fc.constantFrom('a', 'b', '/', '1'), { maxLength: 8 }).map((chars) => chars.join(''));
    fc.assert(
      fc.property(pattern, text, (one, other) => {
        expect(fullMatch(one, other)).toBe(reference(one, other));
      }),
      { numRuns: 1000 },
    );
  });

  it('takes no longer for patterns that make others crawl', () => {
    const text = `${'a'.repeat(2000)}!`;
    for (const pattern of ['(a+)+', '(a|aa)+', '(.*)*x', '(a?){500}a{500}'])
      expect(fullMatch(pattern, text)).toBe(false);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (pattern, text) => void fullMatch(pattern, text)));
    expect(isPattern('('.repeat(5000))).toBe(false);
    expect(isPattern('((a{1000}){1000}){1000}')).toBe(false);
  });

  it('replaces with groups', () => {
    expect(replaceAllMatches('^/a/([^/]+)/(.*)$', '/a/b/c', '/\\2/\\1')).toBe('/c/b');
    expect(replaceAllMatches('(', '/a', '/b')).toBe('/a');
  });
});
