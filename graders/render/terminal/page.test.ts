import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { pageLines } from './page.ts';
import { plain } from './palette.ts';

describe('pageLines', () => {
  it('reads as plain text', () => {
    const page = [
      '# Título',
      '',
      '**Por qué.** Una frase `con código`',
      'que sigue en otra línea, y [un enlace](https://a.es/b).',
      '',
      '- uno que es largo y da',
      '  para dos líneas',
      '- dos',
      '',
      '```yaml',
      'kind: Pod',
      '',
      '  name: \u001b[31mx',
      '```',
      'Más: <https://c.es>',
    ].join('\n');
    expect(`\n${pageLines(page, plain, 40).join('\n')}\n`).toBe(`
Título

Por qué. Una frase \`con código\` que
sigue en otra línea, y un enlace
(https://a.es/b).

  - uno que es largo y da para dos
    líneas
  - dos

  │ kind: Pod
  │
  │   name: ␛[31mx

Más: https://c.es
`);
  });

  const table = [
    '| Comprobación | Puntos |',
    '| --- | :-: |',
    '| El cliente abre `http://a/`, o b\\|c | 1 |',
    '| Otra | 12 |',
  ];

  it('sets a table in columns, the first of which gives way', () => {
    expect(pageLines(table.join('\n'), plain, 60)).toEqual([
      'Comprobación                        Puntos',
      'El cliente abre `http://a/`, o b|c  1',
      'Otra                                12',
    ]);
    expect(pageLines(table.join('\n'), plain, 30)).toEqual([
      'Comprobación            Puntos',
      'El cliente abre         1',
      '`http://a/`, o b|c',
      'Otra                    12',
    ]);
  });

  it('measures a table without its colours', () => {
    const coloured = { ...plain, code: (text: string) => `\u001b[36m${text}\u001b[39m` };
    const lines = pageLines(table.join('\n'), coloured, 60).map(stripVTControlCharacters);
    expect(lines).toEqual([
      'Comprobación                      Puntos',
      'El cliente abre http://a/, o b|c  1',
      'Otra                              12',
    ]);
  });

  it('says a row in a sentence where no table fits', () => {
    expect(pageLines(table.join('\n'), plain, 20)).toEqual([
      'Comprobación ·',
      'Puntos',
      'El cliente abre',
      '`http://a/`, o b|c ·',
      '1',
      'Otra · 12',
    ]);
  });
});
