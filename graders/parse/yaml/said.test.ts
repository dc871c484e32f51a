import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { saidIn } from './said.ts';
import { parseYaml } from './yaml.ts';

const said = (text: string) => saidIn(parseYaml({ path: 'a.yaml', text }));

describe('what a file says', () => {
  it.each([
    ['a comment', 'a: 1\nb: [x]\n', '# uno\na: 1 # dos\n\n# tres\nb: [x]\n'],
    ['indentation', 'a:\n  b: 1\nc:\n  - x\n', 'a:\n    b: 1\nc:\n- x\n'],
    ['a block written in braces', 'a:\n  b: [1, x]\n', 'a: { b: [1, x] }\n'],
    ['an empty document', 'a: 1\n---\nb: 2\n', '---\na: 1\n---\n# nada\n---\nb: 2\n'],
    ['an anchor', 'a: { x: 1 }\nb: { x: 1 }\n', 'a: &a { x: 1 }\nb: *a\n'],
  ])('is the same with %s', (_, one, other) => {
    expect(said(one)).toBe(said(other));
  });

  it.each([
    ['a value', 'a: 1\n', 'a: 2\n'],
    ['the letters of a number', 'a: 8\n', 'a: 010\n'],
    ['a text that looks like a number', 'a: 1\n', 'a: "1"\n'],
    ['the letters of a truth', 'a: yes\n', 'a: true\n'],
    ['a line within a text', 'a: |\n  x\n  # y\n', 'a: |\n  x\n  # z\n'],
    ['the end of a text', 'a: |+\n  x\n\nb: 1\n', 'a: |+\n  x\nb: 1\n'],
    ['the order of keys', 'a: 1\nb: 1\n', 'b: 1\na: 1\n'],
    ['where a list ends', 'a: [[1], 2]\n', 'a: [[1, 2]]\n'],
    ['where a document ends', 'a: 1\nb: 1\n', 'a: 1\n---\nb: 1\n'],
    ['a list around documents', 'a: 1\n---\nb: 1\n', '- a: 1\n- b: 1\n'],
    ['null and nothing', 'a: null\n', 'a: {}\n'],
  ])('is another thing with %s', (_, one, other) => {
    expect(said(one)).toBeDefined();
    expect(said(one)).not.toBe(said(other));
  });

  it('is not known of what cannot be read, and of what says too much', () => {
    expect(said('a: [')).toBeUndefined();
    expect(said(`a: ${'x'.repeat(200_000)}\n`)).toBeUndefined();
    const bomb = Array.from({ length: 15 }, (_, n) => `a${n}: &a${n} [*a${n - 1}, *a${n - 1}]`).join('\n');
    expect(said(`a-1: &a-1 xxxxxxxxxx\n${bomb}\n`)).toBeUndefined();
  });

  it('tells any two values apart, and no comment', () => {
    const key = fc.constantFrom('a', 'b', '1', 'null', '#');
    const leaf = fc.constantFrom<unknown>('a', '1', 1, 1.5, true, null, '', '["a","a"]', '}', '#');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 3 }, leaf, tie('list'), tie('block')),
      list: fc.array(tie('value'), { maxLength: 3 }),
      block: fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    }));
    const ordered = (one: unknown) => JSON.stringify(one);
    fc.assert(
      fc.property(value, value, (one, other) => {
        const write = (what: unknown) => said(stringify({ what }, { lineWidth: 0 }));
        expect(write(one) === write(other)).toBe(ordered(one) === ordered(other));
        const commented = stringify({ what: one }, { lineWidth: 0 }).replace(/^/, '# antes\n\n');
        expect(said(commented)).toBe(write(one));
      }),
    );
  });
});
