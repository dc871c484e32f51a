import { modules } from '../../graders/course/modules.ts';
import type { WrittenExercise } from '../../graders/course/written.ts';
import type { Text } from '../../graders/index.ts';
import { type Html, html } from '../html.ts';
import type { Course } from '../load.ts';
import { exerciseHref } from '../shared/href.ts';
import { homeWords, pageSteps, promises, reasons, terminalSteps } from './home-words.ts';
import type { Page } from './layout.ts';
import { prosePath } from './prose.ts';
import { inBoth, said } from './said.ts';
import { words } from './words.ts';

export function homePage({ exercises, prose }: Course): Page {
  const byNumber = new Map(exercises.map((written) => [written.exercise.spec.number, written]));
  return {
    path: 'index.html',
    title: homeWords.title,
    description: 'Ejercicios de Docker, Kubernetes, Istio y Linkerd que se corrigen por lo que hace tu respuesta.',
    styles: ['portada'],
    scripts: ['portada'],
    body: html`${hero(exercises[0])}
${howItWorks}
<section class="course" id="curso" aria-labelledby="titulo-curso">
<h2 id="titulo-curso">${said(words.course)}</h2>
<p class="lead">${inBoth(homeWords.courseLead)}</p>
<div class="modules">
${modules.map((module, index) => moduleCard(module, index, byNumber))}
</div>
</section>
${startHere}
${prose && forInstructors}`,
  };
}

function hero(first: WrittenExercise | undefined): Html {
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
<a class="button" href="#curso">${said(homeWords.seeExercises)}</a></p>`
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

function moduleCard(
  { title, about, numbers }: (typeof modules)[number],
  index: number,
  byNumber: ReadonlyMap<number, WrittenExercise>,
): Html {
  const ready = numbers.flatMap((number) => byNumber.get(number) ?? []);
  const missing = numbers.filter((number) => !byNumber.has(number));
  return html`<section class="module" aria-labelledby="modulo-${index}">
<p class="eyebrow">${said(homeWords.stage)} ${index + 1}</p>
<h3 id="modulo-${index}">${inBoth(title)}</h3>
<p>${inBoth(about)}</p>
${ready.length > 0 && html`<ul class="exercises">${ready.map(exerciseRow)}</ul>`}
${missing.length > 0 && html`<p class="soon">${soonLine(missing)}</p>`}
</section>`;
}

function exerciseRow({ exercise: { spec, folder } }: WrittenExercise): Html {
  return html`<li><a href="${exerciseHref(folder)}" data-exercise="${spec.id}" data-number="${spec.number}"><span class="number">${
    spec.number
  }</span><span class="name">${inBoth(spec.title)}</span><span class="state" data-state></span></a></li>
`;
}

const soonLine = (numbers: readonly number[]): Html =>
  html`${said(homeWords.soon)} ${numbers.map((number) => html`<span class="number">${number}</span> `)}`;

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
