import { withoutPreparation } from '../../graders/course/preparation.ts';
import type { Text } from '../../graders/index.ts';
import { html } from '../html.ts';
import type { Course } from '../load.ts';
import { renderMarkdown } from '../markdown.ts';
import { exerciseHref } from '../shared/href.ts';
import type { Page } from './layout.ts';
import { inBoth } from './said.ts';

export const bookletPath = 'enunciados.html';

/** All statements one after the other, to print or to read away from a computer. */
export function bookletPage({ exercises }: Course): Page {
  return {
    path: bookletPath,
    title: { es: 'Cuaderno de enunciados · Timonel', en: 'Booklet of statements · Timonel' },
    description: 'Todos los enunciados de Timonel en una página, para imprimir.',
    styles: ['avisos'],
    body: html`<div class="booklet">
<h1>${inBoth(words.title)}</h1>
<p class="lead">${inBoth(words.lead)}</p>
<ol class="booklet-contents">${exercises.map(
      ({ exercise: { spec } }) =>
        html`<li value="${spec.number}"><a href="#ejercicio-${spec.number}">${inBoth(spec.title)}</a></li>\n`,
    )}</ol>
${exercises.map(
  ({
    exercise: { spec, folder },
    statement,
  }) => html`<section class="booklet-part" aria-labelledby="ejercicio-${spec.number}">
<h2 id="ejercicio-${spec.number}"><a href="${exerciseHref(folder)}">${spec.number}. ${inBoth(spec.title)}</a></h2>
<div lang="es">${renderMarkdown(withoutPreparation(statement), { shift: 1, prefix: `e${spec.number}-` })}</div></section>
`,
)}</div>`,
  };
}

const words = {
  title: { es: 'Cuaderno de enunciados', en: 'Booklet of statements' },
  lead: {
    es: 'Todos los ejercicios en una página, cada uno en su hoja al imprimir.',
    en: 'All exercises in one page, each on its own sheet when printed. They are in Spanish.',
  },
} as const satisfies Record<string, Text>;
