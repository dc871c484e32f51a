import { aboutExercise } from '../../graders/classroom/about.ts';
import { data, html } from '../html.ts';
import type { Course } from '../load.ts';
import type { ClassData } from '../shared/class-data.ts';
import { classWords } from '../shared/class-words.ts';
import { lessonHref } from '../shared/href.ts';
import { countedOf } from './groups.ts';
import type { Page } from './layout.ts';
import { progressPath } from './progress.ts';
import { inBoth, said } from './said.ts';
import { words } from './words.ts';

export const classPath = 'clase.html';

/** For whoever teaches: the copies of a class, graded again in the page. */
export function classPage(course: Course): Page {
  return {
    path: classPath,
    title: { es: 'Tu clase · Timonel', en: 'Your class · Timonel' },
    description:
      'Corrige en tu navegador las copias de progreso de una clase: quién, qué falla más y qué volver a explicar.',
    styles: ['avisos', 'clase'],
    scripts: ['clase'],
    body: html`<div class="progress class">
<h1>${inBoth(classWords.title)}</h1>
<p class="lead">${inBoth(classWords.lead)}</p>
<noscript><p class="notice">${classWords.needsScript.es}</p></noscript>
<h2>${said(classWords.how)}</h2>
<ol>
<li>${inBoth(classWords.howStudents)} <a href="${progressPath}">${said(words.progress)}</a>.</li>
<li>${inBoth(classWords.howYou)}</li>
</ol>
<div class="drop needs-script" id="soltar">
<p>${said(classWords.drop)}</p>
<p><label class="button primary" for="copias">${said(classWords.choose)}</label>
<input class="visually-hidden" type="file" id="copias" multiple accept="application/json,.json"></p>
</div>
<div id="avance" role="status"></div>
<div id="clase"></div>
</div>
<script type="application/json" id="datos">${data(dataOf(course))}</script>`,
  };
}

function dataOf({ lessons, ...course }: Course): ClassData {
  const exercises = countedOf(course);
  const titles = new Map(lessons.map(({ front }) => [front.id, front.title]));
  return {
    judge: 'corrector.js',
    course: 'curso.js',
    exercises: exercises.map(({ exercise }) => aboutExercise(exercise)),
    lessons: Object.fromEntries(
      exercises.flatMap(({ exercise: { spec } }) => {
        const title = titles.get(spec.lesson);
        return title ? [[spec.id, { title, href: lessonHref(spec.lesson) }]] : [];
      }),
    ),
  };
}

/** The exercises that a class is graded by, as a script that a page opened from a file can load too. */
export function courseScript(course: Course): string {
  return `globalThis.timonelCourse=${JSON.stringify(countedOf(course).map(({ exercise }) => exercise))};\n`;
}
