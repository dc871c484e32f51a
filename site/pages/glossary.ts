import type { Text } from '../../graders/index.ts';
import { allTerms, type Term } from '../glossary/terms.ts';
import { type Html, html } from '../html.ts';
import type { Course } from '../load.ts';
import { lessonHref } from '../shared/href.ts';
import type { Page } from './layout.ts';
import { inBoth, said, withCode } from './said.ts';

export const glossaryPath = 'glosario.html';

/** The words of the course, in both languages, each with the section that teaches it. */
export function glossaryPage(course: Course): Page {
  return {
    path: glossaryPath,
    title: { es: 'Glosario · Timonel', en: 'Glossary · Timonel' },
    description: 'Las palabras del curso en español y en inglés, y dónde se explica cada una.',
    styles: ['avisos'],
    body: html`<div class="glossary">
<h1>${inBoth(words.title)}</h1>
<p class="lead">${inBoth(words.lead)}</p>
<dl>${allTerms.map((term) => entry(term, course))}</dl>
</div>`,
  };
}

function entry({ id, es, en, about, taught }: Term, course: Course): Html {
  const href = taught === undefined ? undefined : sectionHref(taught, course);
  return html`<div class="term" id="${id}"><dt>${es}${es !== en && html` <span class="other" lang="en">${en}</span>`}</dt>
<dd lang="es">${withCode(about)}${href !== undefined && html` <a href="${href}">${said(words.taught)}<span class="visually-hidden">: ${es}</span></a>`}</dd></div>
`;
}

/** The address of a section, where there is one; of its lesson where there is only that. */
export function sectionHref(taught: string, { lessons }: Course): string | undefined {
  const [id = '', section] = taught.split('#');
  const lesson = lessons.find(({ front }) => front.id === id);
  if (!lesson) return undefined;
  return lessonHref(id) + (lesson.sections.some((one) => one.id === section) ? `#${section}` : '');
}

const words = {
  title: { es: 'Glosario', en: 'Glossary' },
  lead: {
    es: 'Las palabras del oficio, como se dicen en español y como las encontrarás en inglés.',
    en: 'The words of the trade, in Spanish and as you will find them in English. They are explained in Spanish.',
  },
  taught: { es: 'Dónde se explica', en: 'Where it is taught' },
} as const satisfies Record<string, Text>;
