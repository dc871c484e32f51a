import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeOf } from '../core/span.ts';
import { rangesIn, textsOf } from './places.ts';

describe('rangesIn', () => {
  it('agrees with rangeOf on every offset', () => {
    const texts = fc
      .array(fc.constantFrom('a', 'é', '🚢', '\n', '\r\n', '\t'), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.nat(80), fc.nat(80), (text, from, to) => {
        const at = { path: 'x', from, to };
        expect(rangesIn(textsOf([{ path: 'x', text }]))(at)).toEqual(rangeOf(text, at));
      }),
    );
  });

  it('puts a span in a file without text at its first position', () => {
    const first = { line: 1, column: 1 };
    expect(rangesIn(() => undefined)({ path: 'x', from: 3, to: 9 })).toEqual({ start: first, end: first });
  });
});
