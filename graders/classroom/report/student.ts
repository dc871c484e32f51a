import { type Html, html } from '../../../site/html.ts';
import { isUntouched } from '../../core/report.ts';
import type { Lang } from '../../core/text.ts';
import { textsOf } from '../../render/places.ts';
import { safe } from '../../render/terminal/safe.ts';
import { pointsText } from '../export/feedback.ts';
import { type Answered, answersOf } from '../export/told.ts';
import { totalOf, worthOf } from '../export/worth.ts';
import type { GradedSubmission } from '../results.ts';
import { checksView, checkWords } from './answer.ts';
import type { ReportModel } from './model.ts';
import { type LonePage, remarkView, spoken, studentPath } from './page.ts';
import { words } from './words.ts';

/**
 * What one student is told: every answer with its checks and lines, on a page that can be handed out by itself. Nothing on it
 * is about anybody else.
 */
export function studentPage(submission: GradedSubmission, model: ReportModel, style: string): LonePage {
  const { results, lang } = model;
  const { id, student, remarks } = submission;
  const who = [student.name, student.email, student.number].filter((one) => one !== undefined && one !== id);
  const all = answersOf(results, submission);
  const isLeft = ({ answer }: Answered) => isUntouched(answer.report);
  return {
    style,
    path: studentPath(id),
    title: safe(id),
    body: html`<h1>${safe(id)}</h1>
${who.length > 0 && html`<p class="muted">${who.map((one, index) => `${index > 0 ? ' · ' : ''}${safe(one ?? '')}`)}</p>`}
<p class="outcome"><b>${words.total[lang]}:</b> ${pointsText(totalOf(results, submission), lang)}</p>
${remarks.length > 0 && html`<ul>${remarks.map((one) => html`<li>${remarkView(one, lang)}</li>`)}</ul>`}
${all.filter((one) => !isLeft(one)).map((one) => answerView(one, submission.id, model))}${leftView(all.filter(isLeft), lang)}`,
  };
}

function answerView(one: Answered, submission: string, { lang, notes }: ReportModel): Html {
  const { exercise, answer } = one;
  const { report, answers } = answer;
  const heading = html`<h2>${exercise.number}. ${exercise.title[lang]}</h2>`;
  const comments = notesView(notes.of(submission, exercise.id), lang);
  return html`<section class="answer" id="e${exercise.number}">${heading}
<p class="outcome"><b>${checkWords(report.status, lang)}</b> · ${pointsText(worthOf(one), lang)}</p>
${comments}
${checksView(exercise, report.checks, textsOf(answers), lang)}</section>
`;
}

/** What nobody has begun, in a few lines at the end. */
function leftView(left: readonly Answered[], lang: Lang): Html | false {
  const items = left.map(
    ({ exercise }) => html`<li id="e${exercise.number}">${exercise.number}. ${exercise.title[lang]}</li>
`,
  );
  return (
    items.length > 0 &&
    html`<section class="answer"><h2>${words.untouched[lang]}</h2>
<ul>${items}</ul></section>
`
  );
}

export function notesView(notes: readonly string[], lang: Lang): readonly Html[] {
  return notes.map((note) => html`<p class="note"><b>${words.comment[lang]}.</b> ${inLines(note)}</p>`);
}

/** A teacher's words keep their lines. */
const inLines = (note: string): readonly Html[] =>
  note.split('\n').map((line, index) => html`${index > 0 ? '\n' : ''}${spoken(line)}`);
