import { describe, expect, it } from 'vitest';
import { type Palette, plain } from './palette.ts';
import { sentence, wrap } from './wrap.ts';

const coloured: Palette = { ...plain, code: (text) => `<${text}>` };

describe('wrap', () => {
  it('breaks between words and keeps code together', () => {
    expect(wrap('El Service `mi tienda` no tiene endpoints.', 22, plain)).toEqual([
      'El Service `mi tienda`',
      'no tiene endpoints.',
    ]);
  });

  it('keeps the mark that follows code on its line', () => {
    expect(wrap('pide `app: web`.', 16, plain)).toEqual(['pide `app: web`.']);
    expect(wrap('pide `app: web`.', 15, plain)).toEqual(['pide', '`app: web`.']);
  });

  it('styles code instead of showing backticks when the palette says so', () => {
    expect(wrap('pide `app: web` y `x`', 40, coloured)).toEqual(['pide <app: web> y <x>']);
  });

  it('breaks a long value at its blanks', () => {
    const value = Array.from({ length: 12 }, (_, index) => `v${index}`).join(' ');
    expect(wrap(`\`${value} ${value}\``, 30, coloured).length).toBeGreaterThan(1);
  });

  it('puts one pair of backticks around a long value without colours', () => {
    const value = Array.from({ length: 20 }, (_, index) => `v${index}`).join(' ');
    const lines = wrap(`es \`${value}\`.`, 30, plain);
    expect(lines.join(' ')).toBe(`es \`${value}\`.`);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(30);
  });

  it('does not break a word that is longer than the line', () => {
    expect(wrap(`a ${'x'.repeat(30)} b`, 10, plain)).toEqual(['a', 'x'.repeat(30), 'b']);
  });

  it('leaves a lone backtick as it is', () => {
    expect(sentence('un ` suelto', coloured)).toBe('un ` suelto');
  });
});
