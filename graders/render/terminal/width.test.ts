import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemes, graphemeWidth, padEnd, padStart, widthOf } from './width.ts';

describe('widthOf', () => {
  it.each([
    ['', 0],
    ['nginx', 5],
    ['«Ñandú» – 10 % … ✓✗○│', 21],
    ['cafe\u0301', 4],
    ['東京', 4],
    ['🚢', 2],
    ['👩‍🚀', 2],
    ['❤️', 2],
    ['한국', 4],
  ])('%j takes %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it('is the sum of its characters, by the short way and by the long one', () => {
    const letters = fc.constantFrom('a', 'é', 'ñ', '«', '–', '…', '│', '東', '🚢', 'e\u0301', ' ');
    fc.assert(
      fc.property(fc.array(letters), (parts) => {
        const text = parts.join('');
        const sum = parts.reduce((total, part) => total + graphemeWidth(part), 0);
        expect(widthOf(text)).toBe(sum);
        expect([...graphemes(text)].map(({ segment }) => segment)).toEqual(parts);
      }),
    );
  });

  it('fills up to a width on either side, and never cuts', () => {
    expect(padEnd('東', 4)).toBe('東  ');
    expect(padStart('ñ', 3)).toBe('  ñ');
    expect(padEnd('nginx', 2)).toBe('nginx');
  });
});
