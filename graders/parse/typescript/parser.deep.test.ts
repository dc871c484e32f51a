import { describe, expect, it } from 'vitest';
import { effort, parseTypeScript } from './parser.ts';

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
  it.each(ambiguous)('has an end for `%s` without end', (piece) => {
    for (const times of [20, 40, 80]) {
      expect(failure(() => parseTypeScript(`x = ${piece.repeat(times)}`))).toBeInstanceOf(Error);
      expect(failure(() => parseTypeScript(`x = ${piece.repeat(times)}1${')'.repeat(times)}`))).not.toBeInstanceOf(
        RangeError,
      );
    }
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
});
