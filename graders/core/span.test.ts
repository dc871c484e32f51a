import { describe, expect, it } from 'vitest';
import { headOf, rangeOf, wholeOf } from './span.ts';

const path = 'x.yaml';

describe('rangeOf', () => {
  const text = 'uno\n  dos\r\ntres';

  it.each([
    [0, 3, '1:1', '1:4'],
    [6, 9, '2:3', '2:6'],
    [11, 15, '3:1', '3:5'],
    [4, 15, '2:1', '3:5'],
    [15, 15, '3:5', '3:5'],
  ])('turns offsets %i–%i into %s–%s', (from, to, start, end) => {
    const range = rangeOf(text, { path, from, to });
    expect(`${range.start.line}:${range.start.column}`).toBe(start);
    expect(`${range.end.line}:${range.end.column}`).toBe(end);
  });

  it('keeps an offset past the end inside the text', () => {
    expect(rangeOf('ab', { path, from: 2, to: 99 }).end).toEqual({ line: 1, column: 3 });
  });
});

describe('headOf and wholeOf', () => {
  it('underline text, not blank space', () => {
    expect(headOf({ path, text: '\n\n  kind: Pod  \nname: x\n' })).toEqual({ path, from: 4, to: 13 });
    expect(wholeOf({ path, text: 'kind: Pod\n\n' })).toEqual({ path, from: 0, to: 9 });
  });

  it('accept an empty file', () => {
    expect(headOf({ path, text: '' })).toEqual({ path, from: 0, to: 0 });
  });
});
