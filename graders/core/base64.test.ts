import { expect, it } from 'vitest';
import { base64 } from './base64.ts';

it.each(['', 'a', 'ab', 'abc', 'abcd', 'señal → «ñ»', '\u{1f680}\u0000', '>>>???'])(
  'writes %j as any program does',
  (text) => {
    expect(base64(text)).toBe(Buffer.from(text).toString('base64'));
  },
);
