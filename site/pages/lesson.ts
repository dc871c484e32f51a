import type { Lesson } from '../../graders/course/lessons/lesson.ts';
import type { Module } from '../../graders/course/modules.ts';
import type { WrittenExercise } from '../../graders/course/written.ts';
import { figure } from '../figure/figure.ts';
import { type Html, html } from '../html.ts';
import type { Course } from '../load.ts';
import { renderMarkdown } from '../markdown.ts';
import { exerciseHref, findingHref, lessonHref } from '../shared/href.ts';
import type { LabScripts } from '../shared/lab-data.ts';
import { useOf } from '../shared/part-data.ts';
import { exerciseRow } from './exercise-row.ts';
import { lab } from './lab.ts';
import { type Page, rootFrom } from './layout.ts';
import { lessonWords } from './lesson-words.ts';
import { listing } from './listing.ts';
import { question } from './question.ts';
import { inBoth, named, said } from './said.ts';
import { words } from './words.ts';

/** The lessons around one, in the order of the course. */
export interface LessonNeighbours {
  readonly previous?: Lesson | undefined;
  readonly next?: Lesson | undefined;
}

/** One lesson: to read without a script, to try with one. */
export function lessonPage(lesson: Lesson, course: Course, around: LessonNeighbours, scripts: LabScripts): Page {
  const { front } = lesson;
  const path = lessonHref(front.id);
  const root = rootFrom(path);
  const related = course.exercises.filter(({ exercise }) => exercise.spec.lesson === front.id);
  return {
    path,
    title: { es: `${front.title.es} · Timonel`, en: `${front.title.en} · Timonel` },
    description: front.summary,
    styles: ['leccion', 'dibujo'],
    scripts: ['leccion'],
    ...(lesson.labs.length > 0 && { parts: [useOf('lab', front.id)] }),
    body: html`<article class="lesson" lang="es">
<header class="lesson-top">
${breadcrumb(lesson, course.modules, root)}
<h1>${inBoth(front.title)}</h1>
<p class="lead">${front.summary}</p>
<p class="lesson-facts">${minutesOf(lesson)} ${said(lessonWords.minutes)}${
      related.length > 0 &&
      html` · <a href="#ejercicios">${related.length} ${said(related.length === 1 ? lessonWords.oneExercise : lessonWords.manyExercises)}</a>`
    }</p>
</header>
${contents(lesson)}
<div class="lesson-text">
${renderMarkdown(lesson.body, {
  link: (href) => target(href, course, root),
  fence: (language, line) => block(lesson, language, line, scripts),
  code: listing,
})}
${exercises(related, root)}
${sources(lesson)}
${neighbours(around)}
</div>
</article>`,
  };
}

/** Where a link of a lesson leads; undefined for what the site does not have. */
function target(href: string, { exercises, lessons, findings }: Course, root: string): string | undefined {
  const [, scheme, name = '', anchor = ''] = /^([a-z]+):([^#]*)(#.*)?$/.exec(href) ?? [];
  if (scheme === 'ejercicio') {
    const found = exercises.find(({ exercise }) => exercise.spec.id === name);
    return found && root + exerciseHref(found.exercise.folder);
  }
  if (scheme === 'leccion') {
    return lessons.some(({ front }) => front.id === name) ? root + lessonHref(name) + anchor : undefined;
  }
  if (scheme === 'regla') return findings.some(({ about }) => about.id === name) ? root + findingHref(name) : undefined;
  return undefined;
}

function block(lesson: Lesson, language: string, line: number, scripts: LabScripts): Html | undefined {
  const at = <T>(all: readonly { readonly line: number; readonly block: T }[]) => {
    const index = all.findIndex((one) => one.line === line);
    return { index: index + 1, found: all[index]?.block };
  };
  if (language === 'figura') {
    const { index, found } = at(lesson.figures);
    return found && figure(found, `figura-${index}`);
  }
  if (language === 'pregunta') {
    const { index, found } = at(lesson.questions);
    return found && question(found, `pregunta-${index}`);
  }
  if (language === 'laboratorio') {
    const { found } = at(lesson.labs);
    return found && lab(found, lesson.front.id, scripts);
  }
  return undefined;
}

function breadcrumb({ front }: Lesson, modules: readonly Module[], root: string): Html {
  const module = modules.find(({ lessons }) => lessons.includes(front.id));
  return html`<nav class="breadcrumb"${named(lessonWords.whereYouAre)}><ol><li><a href="${root}index.html">${said(words.home)}</a></li>
<li><a href="index.html">${said(lessonWords.lessons)}</a></li>${module && html`<li>${inBoth(module.title)}</li>`}</ol></nav>`;
}

/** Minutes to read: 200 words each, and one for every figure, question and example. */
export function minutesOf({ body, figures, questions, labs }: Lesson): number {
  const prose = body.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return Math.max(1, Math.round(prose / 200 + figures.length / 2 + questions.length / 2 + labs.length * 2));
}

function contents({ sections }: Lesson): Html {
  return html`<nav class="contents"${named(lessonWords.contents)}><h2>${said(lessonWords.contents)}</h2>
<ol>${sections
    .filter(({ level }) => level === 2)
    .map(({ id, title }) => html`<li><a href="#${id}">${title.replaceAll('`', '')}</a></li>\n`)}</ol></nav>`;
}

function exercises(related: readonly WrittenExercise[], root: string): Html | false {
  if (related.length === 0) return false;
  return html`<section class="related" aria-labelledby="ejercicios"><h2 id="ejercicios">${said(lessonWords.practise)}</h2>
<ul class="exercises">${related.map((written) => exerciseRow(written, root))}</ul></section>`;
}

function sources({ front }: Lesson): Html | false {
  return (
    front.sources.length > 0 &&
    html`<section class="sources" aria-labelledby="fuentes"><h2 id="fuentes">${said(lessonWords.sources)}</h2>
<ul>${front.sources.map(({ title, url }) => html`<li><a href="${url}" rel="noreferrer">${title}</a></li>\n`)}</ul></section>`
  );
}

function neighbours({ previous, next }: LessonNeighbours): Html | false {
  const link = (lesson: Lesson | undefined, kind: 'previous' | 'next') =>
    lesson &&
    html`<a class="${kind}" href="${lessonHref(lesson.front.id).replace('lecciones/', '')}"><span class="direction">${said(words[kind])}</span> ${inBoth(lesson.front.title)}</a>`;
  if (!previous && !next) return false;
  return html`<nav class="neighbours"${named(lessonWords.otherLessons)}>${link(previous, 'previous')}${link(next, 'next')}</nav>`;
}
