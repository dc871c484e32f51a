import { describe, expect, it } from 'vitest';
import { effort, parseJavaScript, parseTypeScript, TooMuch } from './parser.ts';

/** What nests or chains, by how it begins and ends; each is repeated far beyond what is read. */
const nesting: readonly (readonly [name: string, begin: string, middle: string, end: string])[] = [
  ['casts with as', 'x = 1', ' as a', ''],
  ['casts in angle brackets', 'x = ', '<a>', '1'],
  ['arrow functions', 'x = ', 'a=>', '1'],
  ['conditions', 'x = ', 'a?b:', '1'],
  ['signs', 'x = ', ' -', '1'],
  ['sums', 'x = 1', '+1', ''],
  ['powers', 'x = 1', '**1', ''],
  ['parentheses', 'x = ', '(', ''],
  ['arrays', 'x = ', '[', ''],
  ['objects', 'x = ', '{a:', ''],
  ['functions', 'x = ', 'function(){return ', ''],
  ['blocks', '', '{', ''],
  ['ifs', '', 'if(1)', ';'],
  ['elses', '', 'if(1);else ', ';'],
  ['types of lists', 'type a = ', '[', ''],
  ['conditions of types', 'type a = ', 'a extends b?c:', 'a'],
  ['types of functions', 'type a = ', '()=>', 'a'],
  ['arguments of types', 'type a = ', 'a<', ''],
  ['patterns', 'let ', '[', ''],
  ['news', '', 'new ', 'a'],
  ['classes', 'x = ', 'class extends ', 'a'],
  ['fields', 'x = ', 'class{a=', '1'],
  ['templates', 'x = ', '`${', ''],
  ['assignments', '', 'a=', '1'],
  ['calls', '', 'a(', ''],
  ['namespaces', 'namespace a', '.a', '{}'],
  ['awaits', 'x = ', 'await ', '1'],
];

/** What may be read in two ways, so that a reader that goes back may need twice the time for each. */
const ambiguous = ['<any>(', '(a: b) => (', 'a?(', 'async (', 'async <T>(', 'a<(', '(a = (', '({a = (', '<T>(a) => ('];

function failure(read: () => unknown): unknown {
  try {
    read();
    return undefined;
  } catch (thrown) {
    return thrown;
  }
}

describe('reading TypeScript', () => {
  it.each(nesting)('counts %s', (_, begin, middle, end) => {
    expect(failure(() => parseTypeScript(begin + middle.repeat(20_000) + end))).toBeInstanceOf(TooMuch);
  });

  it.each(ambiguous)('has an end for `%s` without end', (piece) => {
    const began = performance.now();
    for (const times of [20, 40, 80]) {
      expect(failure(() => parseTypeScript(`x = ${piece.repeat(times)}`))).toBeInstanceOf(Error);
      expect(failure(() => parseTypeScript(`x = ${piece.repeat(times)}1${')'.repeat(times)}`))).not.toBeInstanceOf(
        RangeError,
      );
    }
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('is as generous as code needs', () => {
    const times = Math.floor(effort.depth / 3) - 5;
    expect(failure(() => parseTypeScript(`x = ${'['.repeat(times)}${']'.repeat(times)}`))).toBe(undefined);
    expect(failure(() => parseTypeScript(`x = 1${' + 1'.repeat(effort.depth - 10)}`))).toBe(undefined);
    expect(failure(() => parseTypeScript('f(1, async (a) => { await b<string>(a); });\n'.repeat(2_000)))).toBe(
      undefined,
    );
    expect(failure(() => parseTypeScript(`x = [${'(a) => ({ b: <c>d }), '.repeat(2_000)}]`))).toBe(undefined);
  });

  it('counts in JavaScript too', () => {
    expect(failure(() => parseJavaScript('['.repeat(20_000)))).toBeInstanceOf(TooMuch);
  });
});
