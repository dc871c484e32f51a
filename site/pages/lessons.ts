import { type Html, html } from '../html.ts';
import type { Course } from '../load.ts';
import { lessonHref } from '../shared/href.ts';
import { type Group, groupsOf } from './groups.ts';
import type { Page } from './layout.ts';
import { minutesOf } from './lesson.ts';
import { lessonWords } from './lesson-words.ts';
import { inBoth, said } from './said.ts';

/** All lessons, by the part of the course they belong to. */
export function lessonsPage(course: Course): Page {
  return {
    path: 'lecciones/index.html',
    title: { es: 'Lecciones · Timonel', en: 'Lessons · Timonel' },
    description: 'Las lecciones de Timonel sobre microservicios, Docker, Kubernetes, Istio y Linkerd.',
    styles: ['avisos'],
    body: html`<div class="lesson-index">
<h1>${inBoth(lessonWords.lessonsTitle)}</h1>
<p class="lead">${inBoth(lessonWords.lessonsLead)}</p>
${groupsOf(course)
  .filter(({ lessons }) => lessons.length > 0)
  .map(section)}
</div>`,
  };
}

function section({ title, lessons }: Group, index: number): Html {
  return html`<section aria-labelledby="modulo-${index}"><h2 id="modulo-${index}">${inBoth(title)}</h2>
<ol class="lesson-list">${lessons.map(
    (
      lesson,
    ) => html`<li><a href="${lessonHref(lesson.front.id).replace('lecciones/', '')}">${inBoth(lesson.front.title)}</a>
<p class="in-es">${lesson.front.summary}</p><p class="muted">${minutesOf(lesson)} ${said(lessonWords.minutes)}</p></li>
`,
  )}</ol></section>`;
}
