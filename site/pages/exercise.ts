import type { DrawnKind } from '../../graders/checks/drawn/picture.ts';
import { fill } from '../../graders/core/messages.ts';
import type { Lesson } from '../../graders/course/lessons/lesson.ts';
import { sectionsFor, withoutPreparation } from '../../graders/course/preparation.ts';
import type { WrittenExercise } from '../../graders/course/written.ts';
import { checkKinds } from '../../graders/generated/kinds.ts';
import type { Source } from '../../graders/index.ts';
import { answerForm } from '../../graders/theory/answer-form.ts';
import { languageOf } from '../highlight.ts';
import { data, type Html, html, trusted } from '../html.ts';
import { codeBlock, renderMarkdown } from '../markdown.ts';
import { specName } from '../scripts.ts';
import { exerciseHref, lessonHref } from '../shared/href.ts';
import type { PageData, SectionData } from '../shared/page-data.ts';
import { useOf } from '../shared/part-data.ts';
import { answerFormView, type TitledSection, viewSwitch } from './form.ts';
import { type Page, rootFrom } from './layout.ts';
import { inBoth, named, said } from './said.ts';
import { words } from './words.ts';

export interface Neighbours {
  readonly previous?: WrittenExercise | undefined;
  readonly next?: WrittenExercise | undefined;
}

/** Statement on one side; files, editor and result on the other. */
export function exercisePage(written: WrittenExercise, neighbours: Neighbours, lessons: readonly Lesson[] = []): Page {
  const { spec, folder } = written.exercise;
  const path = exerciseHref(folder);
  const sections = sectionsOf(written);
  return {
    path,
    title: { es: `${spec.number}. ${spec.title.es} · Timonel`, en: `${spec.number}. ${spec.title.en} · Timonel` },
    description: `Ejercicio ${spec.number} de Timonel: ${spec.title.es}.`,
    styles: ['ejercicio', ...(sections.length > 0 ? ['formulario'] : [])],
    scripts: ['ejercicio'],
    parts: [
      useOf('grader', folder),
      ...(isDrawn(written) ? [useOf('picture', folder)] : []),
      ...(scriptFile(written) === undefined ? [] : [useOf('engine', folder)]),
    ],
    terminal: scriptFile(written) !== undefined,
    skip: html`<a href="#respuesta">${said(words.skipToEditor)}</a>`,
    body: html`<div class="exercise">
<article class="statement"${named(words.statement)}>
<p class="eyebrow">${said(words.exercise)} ${spec.number}${spec.practice && html` · ${said(words.practice)}`}</p>
<h1>${inBoth(spec.title)}</h1>
${renderMarkdown(withoutPreparation(written.statement))}
${prepare(written, lessons)}
${hints(written)}
${neighbourLinks(neighbours, rootFrom(path))}
</article>
${workbench(written, sections, neighbours)}
</div>
<script type="application/json" id="datos">${data(pageData(written, sections))}</script>`,
  };
}

function pageData(written: WrittenExercise, sections: readonly TitledSection[]): PageData {
  const { exercise, aids } = written;
  const { spec, folder, starter, given, earlier } = exercise;
  const root = rootFrom(exerciseHref(folder));
  const file = literalFile(written);
  return {
    ...{ id: spec.id, folder, starter, given, aids },
    ...(earlier && { earlier }),
    ...(file !== undefined && { form: { file, sections: sections.map(shapeOf) } }),
    ...terminalOf(written, root),
    spec: `${root}${specName(written)}.js`,
    editor: `${root}editor.js`,
    ...(isDrawn(written) && { picture: `${root}dibujo.js` }),
    ...(hasMap(written) && { walks: true as const }),
  };
}

/** The answer whose commands are run. */
const scriptFile = ({ exercise: { spec } }: WrittenExercise): string | undefined =>
  spec.checks.some(({ kind }) => kind === 'commands')
    ? spec.answers.find(({ format }) => format === 'shell')?.file
    : undefined;

function terminalOf(written: WrittenExercise, root: string): Pick<PageData, 'terminal'> {
  const script = scriptFile(written);
  if (script === undefined) return {};
  const scripts = { panel: `${root}orden.js`, engine: `${root}motor.js`, style: `${root}terminal.css` };
  return { terminal: { ...scripts, page: `${root}terminal.html`, script } };
}

/** What the script will say before anything is answered, so that nothing moves when it does. */
function noneAnswered(sections: readonly TitledSection[]): string {
  const count = sections.reduce((sum, { fields, list }) => sum + (list ? 1 : fields.length), 0);
  return fill(words.answered, { done: 0, count }, 'es');
}

/** Manifests can be drawn, and what some checks look at. */
const isDrawn = (written: WrittenExercise): boolean =>
  hasMap(written) || written.exercise.spec.checks.some(({ kind }) => drawnChecks.has(kind));

const hasMap = ({ exercise: { spec } }: WrittenExercise): boolean =>
  spec.answers.some(({ format }) => format === 'manifests');

const drawnChecks: ReadonlySet<string> = new Set(
  Object.entries(checkKinds).flatMap(([kind, { picture }]: [string, DrawnKind<never>]) => (picture ? [kind] : [])),
);

/** The answer that a form can stand for. */
const literalFile = ({ exercise: { spec } }: WrittenExercise): string | undefined =>
  spec.answers.find(({ format }) => format === 'literal')?.file;

function sectionsOf(written: WrittenExercise): readonly TitledSection[] {
  if (literalFile(written) === undefined) return [];
  const { spec } = written.exercise;
  return answerForm(spec).map((section) => ({
    ...section,
    title: spec.checks.find(({ id }) => id === section.check)?.title ?? checkKinds[section.kind].title,
  }));
}

/** A section without its words, which are in the page already. */
function shapeOf({ check, key, fields, list }: TitledSection): SectionData {
  const ids = (choices: readonly { readonly id: string }[]) => choices.map(({ id }) => ({ id }));
  const shapes = fields.map((field) => ({
    key: field.key,
    ...(field.options && { options: ids(field.options) }),
    ...(field.reasons && { reasons: ids(field.reasons) }),
    ...(field.free && { free: true }),
    ...(field.prose && { prose: true }),
  }));
  return { check, key, fields: shapes, ...(list && { list: ids(list) }) };
}

function workbench(written: WrittenExercise, sections: readonly TitledSection[], neighbours: Neighbours): Html {
  const { exercise, aids } = written;
  const { starter, given, spec } = exercise;
  const file = literalFile(written);
  return html`<section class="work" id="respuesta" aria-labelledby="titulo-respuesta" tabindex="-1">
<h2 id="titulo-respuesta" class="visually-hidden">${said(words.yourAnswer)}</h2>
<noscript><p class="notice">${words.needsScript.es} <code>npx timonel grade ${spec.number}</code>.</p></noscript>
<div class="bench" id="mesa"${file !== undefined && file === starter[0]?.path && html` data-literal`}>
<div class="tabs needs-script" role="tablist"${named(words.files)}>
${[...starter, ...given, ...aids].map((file, index) => tab(file, index, index >= starter.length))}
</div>
${file !== undefined && viewSwitch}
${file !== undefined && answerFormView(sections)}
<div class="editor" id="editor">
${starter.map(
  ({ path, text }, index) => html`<label class="visually-hidden" for="texto-${index}">${path}</label>
<textarea id="texto-${index}" data-file="${path}" spellcheck="false" autocapitalize="off" autocomplete="off">
${text}</textarea>`,
)}
</div>
<div class="actions needs-script">
<button type="button" class="primary" id="corregir" aria-keyshortcuts="Control+Enter">${said(words.grade)}</button>
<button type="button" id="reiniciar">${said(words.reset)}</button>
<button type="button" id="al-fichero" hidden>${said(words.toDisk)}</button>
<p class="where" id="en-fichero"></p>
<p class="keys">${said(words.keys)}</p>
${file !== undefined && html`<p class="answered" id="respondidas">${noneAnswered(sections)}</p>`}
<a class="verdict-link" id="veredicto" href="#resultado" hidden></a>
</div>
</div>
<div class="offers" id="avisos"></div>
<div class="visually-hidden" role="status" id="anuncio"></div>
<section class="result needs-script" id="resultado" aria-labelledby="titulo-resultado" tabindex="-1">
<h2 id="titulo-resultado">${said(words.result)}</h2>
<div id="informe"><p class="muted">${said(words.noResult)}</p></div>
${isDrawn(written) && html`<section class="figure" id="dibujo" aria-labelledby="titulo-dibujo" hidden></section>`}
</section>
${explanation(written, neighbours)}
${terminal(written)}
<details class="history needs-script" id="historia"><summary>${said(words.history)}</summary>
<div id="versiones"><p class="muted">${said(words.noHistory)}</p></div></details>
<noscript>${givenFiles([...given, ...aids])}</noscript>
</section>`;
}

/** The simulated terminal, of which nothing comes before somebody opens it. */
function terminal(written: WrittenExercise): Html | false {
  const file = scriptFile(written);
  if (file === undefined) return false;
  const about = { es: fill(words.terminalAbout, { file }, 'es'), en: fill(words.terminalAbout, { file }, 'en') };
  return html`<section class="terminal-panel needs-script" aria-labelledby="titulo-terminal">
<h2 id="titulo-terminal">${said(words.terminal)}</h2>
<p>${inBoth(about)}</p>
<p><button type="button" id="abrir-terminal">${said(words.openTerminal)}</button></p>
<div id="terminal" hidden></div>
</section>`;
}

function tab({ path }: Source, index: number, readOnly: boolean): Html {
  return html`<button type="button" role="tab" id="pestana-${index}" data-file="${path}" aria-controls="editor" aria-selected="${
    index === 0 ? 'true' : 'false'
  }"${index > 0 && html` tabindex="-1"`}>${path}${readOnly && html` <small>${said(words.readOnly)}</small>`}</button>
`;
}

function givenFiles(given: readonly Source[]): Html | false {
  return given.length > 0 && html`<h2>${words.given.es}</h2>${given.map(file)}`;
}

const file = ({ path, text }: Source): Html =>
  html`<h3 class="file-name"><code>${path}</code></h3>${trusted(codeBlock(text, languageOf(path)))}`;

function hints({ exercise }: WrittenExercise): Html {
  const { hints: all } = exercise.spec;
  return html`<section class="hints" aria-labelledby="titulo-pistas"><h2 id="titulo-pistas">${said(words.hints)}</h2>
${all.map(
  (
    hint,
    index,
  ) => html`<details class="hint"><summary>${said(words.hint)} ${index + 1} ${said(words.of)} ${all.length}</summary>
<p>${inBoth(hint)}</p></details>
`,
)}</section>`;
}

/** Kept out of sight until the exercise passes. */
function explanation({ exercise, explanation: text, reference }: WrittenExercise, { next }: Neighbours): Html | false {
  if (text === '') return false;
  return html`<section class="explanation" id="explicacion" aria-labelledby="titulo-explicacion" hidden>
<h2 id="titulo-explicacion">${said(words.explanation)}</h2>
${renderMarkdown(text, { shift: 1, prefix: 'explicacion-' })}
<details><summary>${said(words.reference)}</summary>
${reference.map(file)}</details>
${next && goOn(next, rootFrom(exerciseHref(exercise.folder)))}
</section>`;
}

const goOn = ({ exercise: { folder, spec } }: WrittenExercise, root: string): Html =>
  html`<p class="go-on"><a class="button primary" href="${root}${exerciseHref(folder)}"><span>${said(words.next)}: ${spec.number}. ${inBoth(spec.title)}</span></a></p>`;

/** The lesson that prepares for the exercise, and its section for each concept. */
function prepare({ exercise: { spec, folder } }: WrittenExercise, lessons: readonly Lesson[]): Html | false {
  const lesson = lessons.find(({ front }) => front.id === spec.lesson);
  if (!lesson) return false;
  const href = rootFrom(exerciseHref(folder)) + lessonHref(lesson.front.id);
  const sections = sectionsFor(spec, lesson);
  return html`<aside class="prepare" aria-labelledby="titulo-preparar"><h2 id="titulo-preparar">${said(words.prepare)}</h2>
<p>${said(words.lesson)}: <a href="${href}">${inBoth(lesson.front.title)}</a></p>
${
  sections.length > 0 &&
  html`<ul>${sections.map(
    ({ id, title }) => html`<li><a href="${href}#${id}" lang="es">${title.replaceAll('`', '')}</a></li>
`,
  )}</ul>`
}
<p>${said(words.pages)}:</p>
<ul>${lesson.front.sources.map(({ title, url }) => html`<li><a href="${url}" rel="noreferrer">${title}</a></li>\n`)}</ul></aside>`;
}

function neighbourLinks({ previous, next }: Neighbours, root: string): Html | false {
  if (!previous && !next) return false;
  const link = (written: WrittenExercise | undefined, kind: 'previous' | 'next') =>
    written && neighbourLink(written, kind, root);
  return html`<nav class="neighbours"${named(words.otherExercises)}>${link(previous, 'previous')}${link(next, 'next')}</nav>`;
}

function neighbourLink({ exercise: { folder, spec } }: WrittenExercise, kind: 'previous' | 'next', root: string): Html {
  return html`<a class="${kind}" href="${root}${exerciseHref(folder)}"><span class="direction">${said(words[kind])}</span> ${
    spec.number
  }. ${inBoth(spec.title)}</a>`;
}
