import { type Html, html } from '../../../site/html.ts';
import type { Lang } from '../../core/text.ts';
import type { ReviewScore } from '../../render/score.ts';
import { safe } from '../../render/terminal/safe.ts';
import { statuses } from '../../render/terminal/sentences.ts';
import { decimal, type ReportPage, sentence, spoken, submissionLinks } from '../report/page.ts';
import type { ClassResults } from '../results.ts';
import type { Change, CheckChange, Comparison, ExerciseChange } from './compare.ts';
import { summaryOf } from './lines.ts';
import { compareWords } from './words.ts';

/** The same on a page of the report. */
export function comparisonPage(
  comparison: Comparison,
  { exercises }: ClassResults,
  review: ReviewScore,
  lang: Lang,
): ReportPage {
  const { changes, added, gone } = comparison;
  const titles = new Map(
    exercises.flatMap(({ id, checks }) => checks.map((check) => [`${id} ${check.id}`, check.title[lang]] as const)),
  );
  const [text, data] = summaryOf(comparison);
  return {
    path: 'cambios.html',
    title: compareWords.title[lang],
    body: html`<h1>${compareWords.title[lang]}</h1>
<p>${sentence(text, data, lang)}</p>
${added.length > 0 && html`<p>${sentence(compareWords.added, { names: added }, lang)}</p>`}
${gone.length > 0 && html`<p>${sentence(compareWords.gone, { names: gone }, lang)}</p>`}
<ul class="ranking">${changes.map((change) => changeView(change, titles, review, lang))}</ul>`,
  };
}

function changeView(
  { submission, before, after, by, exercises }: Change,
  titles: ReadonlyMap<string, string>,
  review: ReviewScore,
  lang: Lang,
): Html {
  const sign = by > 0 ? '+' : by < 0 ? '−' : '=';
  const style = by > 0 ? 'gain' : by < 0 ? 'loss' : 'muted';
  return html`<li><h3>${submissionLinks([submission], '')}: ${decimal(before[review], lang)} → ${decimal(after[review], lang)} <span class="${style}">(${sign}${decimal(Math.abs(by), lang)})</span></h3>
<ul>${exercises.map((one) => exerciseView(one, titles, review, lang))}</ul></li>
`;
}

function exerciseView(
  { id, number, before, after, answered, checks }: ExerciseChange,
  titles: ReadonlyMap<string, string>,
  review: ReviewScore,
  lang: Lang,
): Html {
  const side = ({ status, points }: ExerciseChange['before']) => {
    const word = status === 'untouched' || status === 'absent' ? compareWords[status] : statuses[status];
    return `${decimal(points[review], lang)} (${word[lang]})`;
  };
  return html`<li>${compareWords.exercise[lang]} ${number}: ${side(before)} → ${side(after)}${answered && html` · <span class="muted">${compareWords.changedFiles[lang]}</span>`}
<ul>${checks.map((check) => checkView(check, titles.get(`${id} ${check.id}`) ?? check.id, review, lang))}</ul></li>`;
}

function checkView({ before, after, why }: CheckChange, title: string, review: ReviewScore, lang: Lang): Html {
  const side = (one: CheckChange['before']) => (one ? decimal(one.points[review], lang) : '–');
  return html`<li>${safe(title)}: ${side(before)} → ${side(after)}${why !== undefined && html`. ${spoken(why)}`}</li>`;
}
