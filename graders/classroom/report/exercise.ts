import { html } from '../../../site/html.ts';
import { textsOf } from '../../render/places.ts';
import { intervalOf } from '../../render/score.ts';
import { safe } from '../../render/terminal/safe.ts';
import { pointsText } from '../export/feedback.ts';
import type { ClassExercise } from '../results.ts';
import type { Form } from '../similar/forms.ts';
import { checksView, checkWords } from './answer.ts';
import { checkFigures } from './figures.ts';
import type { ReportModel } from './model.ts';
import { exercisePath, type ReportPage, sentence, spoken, submissionLinks } from './page.ts';
import { notesView } from './student.ts';
import { words } from './words.ts';

/** Forms that are shown, besides those another page leads to. */
const mostForms = 40;

/** An exercise as the class did it: its checks, and its answers with the equal ones together. */
export function exercisePage(exercise: ClassExercise, model: ReportModel): ReportPage {
  const { results, forms, alike, lang } = model;
  const figures = checkFigures({ ...results, exercises: [exercise] });
  const linked = new Set(alike.flatMap((group) => group.forms.map(({ id }) => id)));
  const all = forms.get(exercise.id) ?? [];
  const own = all.filter(({ id }, index) => index < mostForms || linked.has(id));
  return {
    path: exercisePath(exercise.folder),
    title: `${exercise.number}. ${exercise.title[lang]}`,
    body: html`<p class="eyebrow">${sentence(words.exercise, { number: exercise.number }, lang)}</p>
<h1>${exercise.title[lang]}</h1>
<h2>${words.checks[lang]}</h2>
<ul class="ranking">${exercise.checks.map((check) => {
      const figure = figures.find((one) => one.check.id === check.id);
      return html`<li><h3>${spoken(check.title[lang])}</h3>${
        figure
          ? html`<p class="who">${sentence(words.failedOf, { n: figure.failed.length, of: figure.asked }, lang)}</p>
<progress class="meter" max="${figure.asked}" value="${figure.failed.length}" aria-label="${figure.failed.length}/${figure.asked}"></progress>
${figure.failed.length > 0 && html`<p class="who">${submissionLinks(figure.failed, '../')}</p>`}`
          : html`<p class="who">${words.untouched[lang]}</p>`
      }</li>
`;
    })}</ul>
<h2>${words.forms[lang]}</h2>
<p>${sentence(words.formsNote, {}, lang)}</p>
${own.map((form) => formView(form, exercise, model))}
${all.length > own.length && html`<p class="muted">${sentence(words.moreFindings, { n: all.length - own.length }, lang)}</p>`}`,
  };
}

function formView({ id, submissions, sample }: Form, exercise: ClassExercise, { lang, notes }: ReportModel) {
  const { report, answers } = sample;
  const [first = ''] = submissions;
  return html`<section class="answer" id="f${id}"><h3>${checkWords(report.status, lang)} · ${pointsText(intervalOf(report, exercise.of), lang)} · ${sentence(words.byHowMany, { n: submissions.length }, lang)}</h3>
<p class="who">${submissionLinks(submissions, '../')} · <code>forma: ${id}</code></p>
${notesView(notes.of(first, exercise.id), lang)}
<details><summary>${words.handedIn[lang]}</summary>
${answers.map(({ path, text }) => html`<p class="place">${safe(path)}</p><pre class="code" tabindex="0"><code>${shown(text)}</code></pre>`)}
${report.status !== 'pass' && checksView(exercise, report.checks, textsOf(answers), lang)}</details></section>
`;
}

/** A file as it can be looked at: every line safe, and not without end. */
function shown(text: string): string {
  const lines = text.split(/\r?\n/);
  const most = lines.slice(0, 400).map((line) => safe(line.slice(0, 400).replaceAll('\t', '    ')));
  return lines.length > 400 ? `${most.join('\n')}\n…` : most.join('\n');
}
