import { filled } from '../../graders/core/messages.ts';
import type { WrittenExercise } from '../../graders/course/written.ts';
import type { Text } from '../../graders/index.ts';
import { type Html, html } from '../html.ts';
import type { Course } from '../load.ts';
import { exerciseHref, lessonHref } from '../shared/href.ts';
import { bookletPath } from './booklet.ts';
import { exerciseRow } from './exercise-row.ts';
import { countedOf, type Group, groupsOf } from './groups.ts';
import { homeWords, pageSteps, promises, reasons, terminalSteps } from './home-words.ts';
import type { Page } from './layout.ts';
import { prosePath } from './prose.ts';
import { inBoth, said } from './said.ts';
import { words } from './words.ts';

export function homePage(course: Course): Page {
  const { exercises, lessons, prose } = course;
  const counted = countedOf(course).length;
  return {
    path: 'index.html',
    title: homeWords.title,
    description:
      'Lecciones y ejercicios de Docker, Kubernetes, Istio y Linkerd que se corrigen por lo que hace tu respuesta.',
    styles: ['portada'],
    scripts: ['portada'],
    body: html`${hero(exercises, counted)}
${howItWorks}
<section class="course" id="curso" aria-labelledby="titulo-curso">
<h2 id="titulo-curso">${said(words.course)}</h2>
<p class="lead">${inBoth(leadOf(lessons.length, counted))}</p>
${groupsOf(course).map(stage)}
<p class="booklet-link"><a href="${bookletPath}">${said(homeWords.booklet)}</a></p>
</section>
${startHere}
${prose && forInstructors}`,
  };
}

function leadOf(lessons: number, exercises: number): Text {
  return filled(lessons > 0 ? leadWithLessons : leadOfExercises, { lessons, exercises });
}

const leadOfExercises: Text = {
  es: '{exercises} {exercises:ejercicio|ejercicios}, en orden; puedes seguir el camino o saltar a lo que te haga falta.',
  en: '{exercises} {exercises:exercise|exercises}, in order; follow the path, or jump to what you need.',
};
const leadWithLessons: Text = {
  es: '{lessons} {lessons:lección|lecciones} y {exercises} {exercises:ejercicio|ejercicios}, en orden. Cada lección prepara para los ejercicios de su etapa; puedes seguir el camino o saltar a lo que te haga falta.',
  en: '{lessons} {lessons:lesson|lessons} and {exercises} {exercises:exercise|exercises}, in order. Each lesson prepares for the exercises of its stage; follow the path, or jump to what you need.',
};

/** @param counted how many of them count */
function hero(exercises: readonly WrittenExercise[], counted: number): Html {
  const [first] = exercises;
  return html`<section class="hero">
<div class="hero-text">
<h1>${inBoth(homeWords.heading)}</h1>
<p class="lead">${inBoth(homeWords.lead)}</p>
${
  first &&
  html`<p class="hero-actions"><a class="button primary" id="continuar" href="${exerciseHref(first.exercise.folder)}"
data-start-es="${words.startWith.es}" data-start-en="${words.startWith.en}" data-continue-es="${
    words.continueWith.es
  }" data-continue-en="${words.continueWith.en}">${words.startWith.es} ${first.exercise.spec.number}</a>
<a class="button" href="#curso">${said(homeWords.seeCourse)}</a></p>
<div class="advance needs-script"><progress id="barra" max="${counted}" value="0" aria-labelledby="avance"></progress>
<p id="avance"><span id="superados">0</span> ${said(homeWords.passedOf)} ${counted}</p></div>`
}
</div>
<img class="hero-helm" src="timon.svg" alt="" width="320" height="320">
</section>`;
}

const howItWorks = html`<section class="how" aria-labelledby="titulo-como">
<h2 id="titulo-como" class="visually-hidden">${said(homeWords.howTitle)}</h2>
<ul>
${reasons.map(({ title, text }) => html`<li><h3>${inBoth(title)}</h3><p>${inBoth(text)}</p></li>\n`)}</ul>
</section>`;

/** A part of the course: what it is about and its lessons on one side, its exercises on the other. */
function stage({ number, title, about, lessons, exercises }: Group, index: number): Html {
  return html`<section class="stage" aria-labelledby="modulo-${index}">
<div class="stage-about">
<p class="eyebrow">${number === undefined ? said(words.practice) : html`${said(homeWords.stage)} ${number}`}</p>
<h3 id="modulo-${index}">${inBoth(title)}</h3>
${about && html`<p>${inBoth(about)}</p>`}
${
  lessons.length > 0 &&
  html`<ul class="lesson-links">${lessons.map(
    ({ front }) => html`<li><a href="${lessonHref(front.id)}">${inBoth(front.title)}</a></li>\n`,
  )}</ul>`
}
</div>
${exercises.length > 0 && html`<ul class="exercises">${exercises.map((written) => exerciseRow(written, ''))}</ul>`}
</section>`;
}

const forInstructors = html`<p class="instructors">${said(homeWords.forInstructors)} <a href="${prosePath}">${said(
  homeWords.howProseIsRead,
)}</a></p>`;

const startHere = html`<section class="start" aria-labelledby="titulo-empezar">
<h2 id="titulo-empezar">${said(homeWords.startTitle)}</h2>
<div class="ways">
${way('en-pagina', homeWords.inPage, pageSteps)}
${way('en-terminal', homeWords.inTerminal, terminalSteps)}
</div>
<ul class="promises">
${promises.map(({ title, text }) => html`<li><strong>${inBoth(title)}</strong> ${inBoth(text)}</li>\n`)}</ul>
</section>`;

function way(id: string, title: Text, steps: readonly Text[]): Html {
  return html`<section aria-labelledby="${id}"><h3 id="${id}">${inBoth(title)}</h3>
<ol>
${steps.map((step) => html`<li>${inBoth(step)}</li>\n`)}</ol></section>`;
}
