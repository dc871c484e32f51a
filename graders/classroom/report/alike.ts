import { html } from '../../../site/html.ts';
import { safe } from '../../render/terminal/safe.ts';
import type { Alike } from '../similar/similar.ts';
import type { ReportModel } from './model.ts';
import { exercisePath, hrefOf, type ReportPage, sentence, submissionLinks } from './page.ts';
import { words } from './words.ts';

const mostGroups = 200;
const mostFacts = 12;

/** Answers that are worth a look side by side. */
export function alikePage({ results, alike, lang }: ReportModel): ReportPage {
  const exercises = new Map(results.exercises.map((exercise) => [exercise.id, exercise]));
  return {
    path: 'parecidas.html',
    title: words.alike[lang],
    body: html`<h1>${words.alike[lang]}</h1>
<p>${alike.length > 0 ? words.alikeNote[lang] : words.nothingAlike[lang]}</p>
<ol class="ranking">${alike.slice(0, mostGroups).map((group) => {
      const exercise = exercises.get(group.exercise);
      const data = { percent: Math.round(group.share * 100), n: group.shared };
      return html`<li><h3>${submissionLinks(group.submissions, '', 30)}</h3>
<p class="who">${exercise && html`<a href="${hrefOf(exercisePath(exercise.folder))}">${exercise.number}. ${exercise.title[lang]}</a> · `}${sentence(words.share, data, lang)}</p>
<details><summary>${words.sharedFacts[lang]}</summary><ul>${sharedFacts(group).map((fact) => html`<li><code>${safe(fact)}</code></li>`)}</ul></details>
<p class="who">${group.forms.map(({ id }, index) => html`${index > 0 ? ' · ' : ''}<a href="${exercise ? hrefOf(exercisePath(exercise.folder)) : ''}#f${id}">${words.handedIn[lang]}: <code>${id}</code></a>`)}</p></li>
`;
    })}</ol>`,
  };
}

/** The longest things that the first two say: they tell most. */
function sharedFacts({ forms }: Alike): readonly string[] {
  const [first, second = first] = forms;
  const others = new Set(second?.facts());
  const both = (first?.facts() ?? []).filter((fact) => others.has(fact));
  return both.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, mostFacts);
}
