import { describe, expect, it } from 'vitest';
import { keySpanOf, spanOf } from './located.ts';
import { parseYaml } from './yaml.ts';

/** A block of so many keys, with one that is an alias and some that are merged in. */
const block = (count: number) =>
  [
    'base: &base { heredada: 1 }',
    'nombre: &nombre alias',
    'grande:',
    '  <<: *base',
    ...Array.from({ length: count }, (_, index) => `  k${index}: v${index}`),
    '  *nombre : 2',
    '',
  ].join('\n');

describe('where the keys of a block were written', () => {
  it.each([3, 500])('is found in one of %i keys', (count) => {
    const text = block(count);
    const document = parseYaml({ path: 'a.yaml', text }).documents[0]?.value;
    const grande = (document as { grande: object } | undefined)?.grande;
    const read = (at: { from: number; to: number } | undefined) => at && text.slice(at.from, at.to);
    for (const index of [0, 1, count - 1]) {
      expect(read(keySpanOf(grande, `k${index}`))).toBe(`k${index}`);
      expect(read(spanOf(grande, `k${index}`))).toBe(`v${index}`);
    }
    expect(read(spanOf(grande, 'alias'))).toBe('2');
    expect(read(spanOf(grande, 'heredada'))).toBe('1');
    expect(spanOf(grande, 'constructor')).toBeUndefined();
    expect(spanOf(grande, `k${count}`)).toBeUndefined();
  });
});
