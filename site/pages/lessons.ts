import type { Lesson } from '../../graders/course/lessons/lesson.ts';
import { modules } from '../../graders/course/modules.ts';
import { type Html, html } from '../html.ts';
import type { Course } from '../load.ts';
import { lessonHref } from '../shared/href.ts';
import type { Page } from './layout.ts';
import { minutesOf } from './lesson.ts';
import { lessonWords } from './lesson-words.ts';
import { inBoth, said } from './said.ts';

/** All lessons, by the part of the course they belong to. */
export function lessonsPage({ lessons }: Course): Page {
  const placed = modules.map((module) => ({
    title: module.title,
    lessons: module.lessons.flatMap((id) => lessons.find(({ front }) => front.id === id) ?? []),
  }));
  const rest = lessons.filter(({ front }) => !modules.some((module) => module.lessons.includes(front.id)));
  return {
    path: 'lecciones/index.html',
    title: { es: 'Lecciones · Timonel', en: 'Lessons · Timonel' },
    description: 'Las lecciones de Timonel sobre microservicios, Docker, Kubernetes, Istio y Linkerd.',
    styles: ['avisos'],
    body: html`<div class="lesson-index">
<h1>${inBoth(lessonWords.lessonsTitle)}</h1>
<p class="lead">${inBoth(lessonWords.lessonsLead)}</p>
${placed.filter((module) => module.lessons.length > 0).map((module, index) => group(index, inBoth(module.title), module.lessons))}
${rest.length > 0 && group(placed.length, said(lessonWords.moreLessons), rest)}
</div>`,
  };
}

function group(index: number, title: Html, lessons: readonly Lesson[]): Html {
  return html`<section aria-labelledby="modulo-${index}"><h2 id="modulo-${index}">${title}</h2>
<ol class="lesson-list">${lessons.map(
    (
      lesson,
    ) => html`<li><a href="${lessonHref(lesson.front.id).replace('lecciones/', '')}">${inBoth(lesson.front.title)}</a>
<p class="in-es">${lesson.front.summary}</p><p class="muted">${minutesOf(lesson)} ${said(lessonWords.minutes)}</p></li>
`,
  )}</ol></section>`;
}
