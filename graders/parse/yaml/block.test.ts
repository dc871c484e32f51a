import { describe, expect, it } from 'vitest';
import { withinBlock } from './block.ts';
import { spanOf } from './located.ts';
import { parseYaml } from './yaml.ts';

/** What stands in the file where a word of the value of `a` is. */
function found(text: string, word: string): string {
  const source = { path: 'x.yaml', text };
  const value = parseYaml(source).documents[0]?.value as { readonly a: string };
  const at = spanOf(value, 'a');
  if (!at) return '';
  const from = value.a.indexOf(word);
  const { from: start, to } = withinBlock(source, at, value.a, { from, to: from + word.length });
  return `${text.slice(0, start).split('\n').length}: ${text.slice(start, to).trimEnd()}`;
}

describe('a part of a text in a literal block', () => {
  it.each([
    ['a: |\n  uno\n  dos: tres\n', 'tres', '3: tres'],
    ['b: 1\na: |-\n    uno\n\n      dos\nc: 2\n', 'dos', '5: dos'],
    ['a: |2\n    uno\n  dos\n', 'dos', '3: dos'],
    ['a: | # nota\n\n  uno\n', 'uno', '3: uno'],
    ['a: |+\n  á: é\n\n', 'é', '2: é'],
  ])('is at its line: %j', (text, word, expected) => expect(found(text, word)).toBe(expected));

  it.each([
    ['a: "uno dos"\n', 'dos', '1: "uno dos"'],
    ['a: >\n  uno\n  dos\n', 'dos', '1: >\n  uno\n  dos'],
    ['a: |\r\n  uno\r\n  dos\r\n', 'dos', '1: |\r\n  uno\r\n  dos'],
  ])('is the whole value where that is written in another way: %j', (text, word, expected) =>
    expect(found(text, word)).toBe(expected),
  );
});
