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
});
