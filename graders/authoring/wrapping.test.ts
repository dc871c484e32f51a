import { describe, expect, it } from 'vitest';
import type { Text } from '../core/text.ts';
import { descriptors, hopSentences } from '../generated/messages.ts';
import { rules } from '../generated/rules.ts';
import { type Palette, plain } from '../render/terminal/palette.ts';
import { widthOf } from '../render/terminal/width.ts';
import { wrap } from '../render/terminal/wrap.ts';
import { quick } from '../vitest/quick.ts';

const texts: readonly Text[] = [
  ...rules.flatMap(({ rule }) => Object.values(rule.messages)),
  ...descriptors.flatMap(({ about }) => Object.values(about.messages)),
  ...hopSentences.flatMap(({ messages }) => Object.values(messages)),
];
/** Values of some length in the holes, as files have them: `image: registry.example/…` is one word, a command is several. */
const values = [
  'web',
  'kubectl get pods --namespace tienda-produccion --watch',
  'registro.ejemplo/tienda/web:1.27.3-alpine',
];
const sentences = texts.flatMap(({ es, en }) =>
  [es, en].map((sentence, index) =>
    sentence.replace(/\{[a-z][^}]*\}/g, (_, at: number) => values[(at + index) % values.length] ?? ''),
  ),
);
const coloured: Palette = { ...plain, code: (text) => `‹${text}›` };

/** The code of a sentence that must not be broken in lines of a width: what fits on one with the marks around it, `(«…»),`. */
function codeThatFits(sentence: string, width: number): readonly string[] {
  return [...sentence.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code).filter((code) => widthOf(code) <= width - 8);
}

/** Every width where nobody waits, and otherwise some of them. */
const widths = Array.from({ length: 81 }, (_, index) => 40 + index).filter((width) => !quick || width % 40 === 0);

describe('every sentence of the catalogue, in lines of 40 to 120 columns', () => {
  it('keeps its code whole, and every word of it', () => {
    const broken: string[] = [];
    for (const width of widths) {
      for (const sentence of sentences) {
        const lines = wrap(sentence, width, plain);
        const whole = lines.join(' ') === sentence.replace(/ {2,}/g, ' ').trim();
        const kept = codeThatFits(sentence, width).every((code) => lines.some((line) => line.includes(`\`${code}\``)));
        const fits = lines.every((line) => widthOf(line) <= width || !/ /.test(line));
        if (!whole || !kept || !fits) broken.push(`${width}: ${lines.join(' ⏎ ')}`);
      }
    }
    expect(sentences.length).toBeGreaterThan(2000);
    expect(broken.slice(0, 5)).toEqual([]);
  });

  it('gives a style to each piece of code once where it fits', () => {
    const twice = sentences.filter((sentence) => {
      const told = wrap(sentence, 80, coloured).join(' ');
      return !codeThatFits(sentence, 80).every((code) => told.includes(`‹${code}›`));
    });
    expect(twice).toEqual([]);
  });
});
