import { type Html, html } from '../../../site/html.ts';
import { lessonHref } from '../../../site/shared/href.ts';
import { type ExerciseStatus, isUntouched } from '../../core/report.ts';
import type { Text } from '../../core/text.ts';
import { catalogue } from '../../render/catalogue.ts';
import { textsOf } from '../../render/places.ts';
import { safe } from '../../render/terminal/safe.ts';
import { answersOf } from '../export/told.ts';
import { totalOf, worthOf } from '../export/worth.ts';
import type { ClassExercise, GradedSubmission } from '../results.ts';
import { findingView, markOf } from './answer.ts';
import { type CheckFigure, checkFigures, type Misconception, misconceptions } from './figures.ts';
import type { ReportModel } from './model.ts';
import {
  decimal,
  exercisePath,
  hrefOf,
  type ReportPage,
  remarkView,
  sentence,
  spoken,
  studentPath,
  submissionLinks,
} from './page.ts';
import { words } from './words.ts';

const mostChecks = 15;
const mostMisconceptions = 15;

/** The first page: how it went, the matrix, and what to teach again. */
export function overviewPage(model: ReportModel): ReportPage {
  const { results, lang } = model;
  const say = (text: Text) => text[lang];
  const failing = checkFigures(results).filter(({ failed }) => failed.length > 0);
  const mistaken = misconceptions(results);
  const odd = results.submissions.filter(({ remarks }) => remarks.length > 0);
  return {
    path: 'index.html',
    title: say(words.report),
    body: html`<h1>${say(words.report)}</h1>
${tallies(model)}
<section aria-labelledby="matriz"><h2 id="matriz">${say(words.matrix)}</h2>
<p class="muted">${sentence(words.matrixNote, {}, lang)}</p>
<p class="legend">${[words.legendPass, words.legendFail, words.legendReview, words.legendError, words.legendPending].map((text) => html`<span>${say(text)}</span>`)}</p>
${matrix(model)}</section>
<section aria-labelledby="fallos"><h2 id="fallos">${say(words.failedChecks)}</h2>
${
  failing.length > 0
    ? html`<ol class="ranking">${failing.slice(0, mostChecks).map((figure) => checkView(figure, model))}</ol>`
    : html`<p>${say(words.nothingFails)}</p>`
}</section>
<section aria-labelledby="ideas"><h2 id="ideas">${say(words.misconceptions)}</h2>
<p>${say(mistaken.length > 0 ? words.misconceptionsNote : words.noMisconceptions)}</p>
${mistaken.length > 0 && html`<ol class="ranking">${mistaken.slice(0, mostMisconceptions).map((one) => misconceptionView(one, model))}</ol>`}</section>
${
  odd.length > 0 &&
  html`<section aria-labelledby="entregas"><h2 id="entregas">${say(words.remarks)}</h2>
${odd.map(
  ({ id, remarks }) =>
    html`<h3>${submissionLinks([id], '')}</h3>\n<ul>${remarks.map((one) => html`<li>${remarkView(one, lang)}</li>\n`)}</ul>`,
)}</section>`
}`,
  };
}

function tallies({ results, lang }: ReportModel): Html {
  const reports = results.submissions.flatMap(({ exercises }) => exercises.map(({ report }) => report));
  const of = (status: ExerciseStatus) => reports.filter((report) => report.status === status).length;
  const shown: readonly (readonly [number, Text])[] = [
    [results.submissions.length, words.submissions],
    [reports.filter((report) => !isUntouched(report)).length, words.answered],
    [of('pass'), words.passed],
    [of('review'), words.waiting],
    [of('error'), words.unreadable],
  ];
  return html`<ul class="tallies">${shown.map(([count, text]) => html`<li><b>${count}</b><span>${text[lang]}</span></li>`)}</ul>`;
}

function matrix(model: ReportModel): Html {
  const { results, lang } = model;
  return html`<section class="scroll" tabindex="0" aria-label="${words.table[lang]}"><table class="matrix">
<thead><tr><th scope="col">${words.student[lang]}</th>${results.exercises.map(
    ({ number, folder, title }) =>
      html`<th scope="col"><a href="${hrefOf(exercisePath(folder))}" title="${title[lang]}">${number}</a></th>`,
  )}<th scope="col">${words.total[lang]}</th></tr></thead>
<tbody>${results.submissions.map((submission) => row(submission, model))}</tbody>
</table></section>`;
}

function row(submission: GradedSubmission, { results, lang }: ReportModel): Html {
  const page = hrefOf(studentPath(submission.id));
  const answers = new Map(answersOf(results, submission).map((one) => [one.exercise.id, one]));
  const cell = (exercise: ClassExercise): Html => {
    const one = answers.get(exercise.id);
    if (!one || isUntouched(one.answer.report)) return html`<td class="pending">·</td>`;
    const { status } = one.answer.report;
    const { min, max } = worthOf(one);
    const points =
      status === 'error' ? '' : min === max ? ` ${decimal(min, lang)}` : ` ${decimal(min, lang)}–${decimal(max, lang)}`;
    return html`<td class="${status}"><a href="${page}#e${exercise.number}">${markOf(status)}${points}</a></td>`;
  };
  const { min, max, of } = totalOf(results, submission);
  const total = min === max ? decimal(min, lang) : `${decimal(min, lang)}–${decimal(max, lang)}`;
  return html`<tr><th scope="row"><a href="${page}">${safe(submission.id)}</a></th>${results.exercises.map(cell)}<td class="total">${total}/${decimal(of, lang)}</td></tr>
`;
}

function checkView({ exercise, check, failed, asked, commonest }: CheckFigure, { results, lang }: ReportModel): Html {
  const title = commonest && (catalogue.get(commonest.id)?.about.title[lang] ?? commonest.id);
  const example = commonest?.example;
  const files =
    example &&
    results.submissions
      .find(({ id }) => id === example.submission)
      ?.exercises.find(({ report }) => report.id === exercise.id)?.answers;
  return html`<li><h3>${spoken(check.title[lang])}</h3>
<p class="who"><a href="${hrefOf(exercisePath(exercise.folder))}">${exercise.number}. ${exercise.title[lang]}</a> · ${sentence(words.failedOf, { n: failed.length, of: asked }, lang)}</p>
<progress class="meter" max="${asked}" value="${failed.length}" aria-label="${failed.length}/${asked}"></progress>
${commonest && title !== undefined && html`<p>${sentence(words.commonest, { n: commonest.count, title }, lang)}</p>`}
${
  example &&
  html`<details><summary>${sentence(words.exampleOf, { who: example.submission }, lang)}</summary><ul class="findings">${findingView(example.found, textsOf(files ?? []), lang)}</ul></details>`
}
<p class="who">${submissionLinks(failed, '')}</p></li>
`;
}

function misconceptionView(
  { exercise, message, submissions }: Misconception,
  { facts, site, lang }: ReportModel,
): Html {
  const lesson = facts.lessonOf.get(exercise.id);
  const told = lesson && sentence(words.lesson, { title: lesson.title[lang] }, lang);
  return html`<li><h3>${spoken(message)}</h3>
<p class="who"><a href="${hrefOf(exercisePath(exercise.folder))}">${exercise.number}. ${exercise.title[lang]}</a> · ${sentence(words.byHowMany, { n: submissions.length }, lang)}: ${submissionLinks(submissions, '')}</p>
${lesson && told && html`<p>${site === undefined ? told : html`<a href="${site}${lessonHref(lesson.id)}">${told}</a>`}</p>`}</li>
`;
}
