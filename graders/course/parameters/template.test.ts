import { describe, expect, it } from 'vitest';
import { readTemplate } from './template.ts';

const values = new Map<string, number | string>([
  ['peso', 10],
  ['cada', 5],
  ['seccion', 'novedades'],
]);

describe('a template', () => {
  it.each([
    ['weight: {{peso}}', 'weight: 10'],
    ['{{100 - peso}}/{{ peso }}', '90/10'],
    ['{{100 / cada}} %', '20 %'],
    ['{{2 + 3 * cada - 1}}', '16'],
    ['{{100 - peso - cada}}', '85'],
    ['una de cada {{cada:es}}, one in {{cada: en}}', 'una de cada cinco, one in five'],
    ['/{{seccion}}/x', '/novedades/x'],
  ])('%s is %s', (text, written) => {
    const template = readTemplate(text);
    if ('problem' in template) throw new Error(template.problem.en);
    expect(template.write(values)).toBe(written);
  });

  it.each([
    ['no parameter', 'names no parameter'],
    ['{{}}', 'cannot read «{{}}»'],
    ['{{100}}', 'names no parameter'],
    ['{{peso +}}', 'cannot read «{{peso +}}»'],
    ['{{peso cada}}', 'cannot read «{{peso cada}}»'],
    ['{{Peso}}', 'cannot read «{{Peso}}»'],
    ['{{peso:fr}}', 'there are no number words in «fr»: es, en'],
  ])('%s is none', (text, problem) =>
    expect(readTemplate(text)).toEqual({ problem: { es: expect.any(String), en: problem } }),
  );

  it.each([
    '{{10 / cada / 4}}',
    '{{seccion + 1}}',
    '{{seccion:es}}',
    '{{peso - 11:es}}',
    '{{peso * cada:es}}',
    '{{otro}}',
  ])('%s cannot be written', (text) => {
    const template = readTemplate(text);
    expect('write' in template && template.write(values)).toBeUndefined();
  });
});
