import { html } from '../../../site/html.ts';
import { textsOf } from '../../render/places.ts';
import { findingView } from './answer.ts';
import type { ReportModel } from './model.ts';
import { exercisePath, hrefOf, type ReportPage, spoken, submissionLinks } from './page.ts';
import { words } from './words.ts';

/** What is left to a person, one exercise and check after the other, each with the lines to read. */
export function reviewPage({ results, lang }: ReportModel): ReportPage {
  const sections = results.exercises.flatMap((exercise) => {
    const slots = exercise.checks.flatMap((check) => {
      const open = results.submissions.flatMap(({ id, exercises }) =>
        exercises
          .filter(({ report }) => report.id === exercise.id)
          .flatMap(({ report, answers }) =>
            report.checks
              .filter((one) => one.id === check.id && one.status === 'review')
              .map(({ findings }) => ({ id, findings, textOf: textsOf(answers) })),
          ),
      );
      return open.length > 0 ? [{ check, open }] : [];
    });
    return slots.length > 0 ? [{ exercise, slots }] : [];
  });
  return {
    path: 'por-revisar.html',
    title: words.review[lang],
    body: html`<h1>${words.review[lang]}</h1>
<p>${sections.length > 0 ? words.reviewNote[lang] : words.nothingToReview[lang]}</p>
${sections.map(
  ({
    exercise,
    slots,
  }) => html`<section class="answer"><h2>${exercise.number}. <a href="${hrefOf(exercisePath(exercise.folder))}">${exercise.title[lang]}</a></h2>
${slots.map(
  ({ check, open }) => html`<h3>${spoken(check.title[lang])} (${open.length})</h3>
<ul class="ranking">${open.map(
    ({
      id,
      findings,
      textOf,
    }) => html`<li><h4>${submissionLinks([id], '')}</h4><ul class="findings">${findings.map((found) => findingView(found, textOf, lang))}</ul></li>
`,
  )}</ul>`,
)}</section>
`,
)}`,
  };
}
