import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf } from './cells.ts';
import { plain } from './palette.ts';
import { safe } from './safe.ts';
import { graphemeWidth, isSimple } from './width.ts';
import { wrap } from './wrap.ts';

/** Any at all, halves of pairs too, and often those that matter. */
const character = fc
  .oneof(fc.nat(0x10ffff), fc.nat(0xff), fc.integer({ min: 0x2000, max: 0x20ff }))
  .map((code) => String.fromCodePoint(code));
const obeyed = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

describe('safe', () => {
  it.each([
    ['\u001b[2J', '␛[2J'],
    ['\u009b31m', '<U+009B>31m'],
    ['a\u007fb', 'a␡b'],
    ['a\nb\tc\r', 'a␊b␉c␍'],
    ['\u202etxt.exe', '<U+202E>txt.exe'],
    ['\u2066a\u2069', '<U+2066>a<U+2069>'],
    ['a\u200bb\ufeff', 'a<U+200B>b<U+FEFF>'],
    ['\ud800', '<U+D800>'],
    ['\u{e0041}', '<U+E0041>'],
    ['año «10 %» 東京 🚢', 'año «10 %» 東京 🚢'],
  ])('makes %j visible', (text, expected) => {
    expect(safe(text)).toBe(expected);
  });

  it('knows every character by itself, those that are seen to be harmless at a glance too', () => {
    const wrong = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((one) => {
      const isShownAsIs = !isSimple(one) || (safe(one) === one && graphemeWidth(one) === 1);
      return !isShownAsIs || obeyed.test(safe(one)) || (!/\p{Co}/u.test(one) && !obeyed.test(one) && safe(one) !== one);
    });
    expect(wrong).toEqual([]);
  });

  it('lets nothing through that a terminal obeys, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.array(character, { maxLength: 20 }).map((all) => all.join('')),
        (text) => {
          expect(safe(text)).not.toMatch(obeyed);
          expect(wrap(text, 20, plain).join('')).not.toMatch(obeyed);
          expect(
            cellsOf(text)
              .map(({ shown }) => shown)
              .join(''),
          ).not.toMatch(obeyed);
        },
      ),
    );
  });
});
