import type { WrittenExercise } from '../../graders/course/written.ts';
import type { Text } from '../../graders/index.ts';
import { type Html, html } from '../html.ts';
import type { ProseFigures } from '../prose-figures.ts';
import { exerciseHref } from '../shared/href.ts';
import type { Page } from './layout.ts';
import { inBoth, said } from './said.ts';

type Exercise = ProseFigures['exercises'][number];
type Slot = Exercise['slots'][number];
type Idea = Slot['ideas'][number];
type Rule = Idea['rules'][number];

export const prosePath = 'profesorado/explicaciones.html';

/** For instructors: how well explanations are read, idea by idea and rule by rule, against labelled answers. */
export function prosePage(figures: ProseFigures, exercises: readonly WrittenExercise[]): Page {
  return {
    path: prosePath,
    title: { es: 'Cómo se leen las explicaciones · Timonel', en: 'How explanations are read · Timonel' },
    description: 'Cuántas veces acierta Timonel al leer las explicaciones, idea por idea y regla por regla.',
    styles: ['avisos'],
    body: html`<article class="finding-page">
<h1>${inBoth(words.title)}</h1>
<p class="lead">${inBoth(words.lead)}</p>
<p>${inBoth(words.columns)}</p>
${figures.exercises.map((exercise) => exercisePart(exercise, exercises))}
</article>`,
  };
}

function exercisePart({ number, slots }: Exercise, exercises: readonly WrittenExercise[]): Html | false {
  const written = exercises.find(({ exercise }) => exercise.spec.number === number);
  if (!written) return false;
  const { spec, folder } = written.exercise;
  const of = (slot: Slot) =>
    spec.checks
      .flatMap((check) => (check.kind === 'explanation' ? check.slots : []))
      .find(({ id }) => id === slot.slot);
  return html`<section aria-labelledby="ejercicio-${number}">
<h2 id="ejercicio-${number}"><a href="../${exerciseHref(folder)}">${number}. ${inBoth(spec.title)}</a></h2>
${slots.map((slot) => {
  const asked = of(slot);
  return (
    asked &&
    html`<h3>${inBoth(asked.question)}</h3>
<p class="muted"><code>${slot.slot}</code> · ${slot.answers} ${said(words.answers)}</p>
${ideasTable(slot, (id) => asked.ideas.find((idea) => idea.id === id)?.text)}
${rulesPart(slot)}`
  );
})}
</section>
`;
}

function ideasTable({ ideas }: Slot, textOf: (id: string) => Text | undefined): Html {
  return html`<div class="table" tabindex="0"><table>
<thead><tr><th scope="col">${said(words.idea)}</th><th scope="col">${said(words.matched)}</th><th scope="col">${said(
    words.missed,
  )}</th><th scope="col">${said(words.wrong)}</th><th scope="col">${said(words.review)}</th><th scope="col">${said(
    words.precision,
  )}</th><th scope="col">${said(words.recall)}</th></tr></thead>
<tbody>${ideas.map(
    (idea) => html`<tr><th scope="row"><code>${idea.id}</code> ${textOf(idea.id) && inBoth(textOf(idea.id) as Text)}${
      idea.feedback && html` <em>${said(words.feedback)}</em>`
    }</th><td>${idea.matched}</td><td>${idea.missed}</td><td>${idea.wrong}</td><td>${idea.review}</td><td>${percent(
      idea.matched,
      idea.matched + idea.wrong,
    )}</td><td>${percent(idea.matched, idea.matched + idea.missed)}</td></tr>
`,
  )}</tbody></table></div>`;
}

function rulesPart({ ideas, misconceptions }: Slot): Html {
  const rows = [...ideas, ...misconceptions].flatMap(({ id, rules }) => rules.map((rule) => ({ id, rule })));
  const idle = rows.filter(({ rule }) => isIdle(rule)).length;
  return html`<details><summary>${said(words.rules)} (${rows.length})${
    idle > 0 && html` · ${idle} ${said(words.neverDecide)}`
  }</summary>
<div class="table" tabindex="0"><table>
<thead><tr><th scope="col">${said(words.idea)}</th><th scope="col">${said(words.kind)}</th><th scope="col">${said(
    words.rule,
  )}</th><th scope="col">${said(words.right)}</th><th scope="col">${said(words.wrongly)}</th></tr></thead>
<tbody>${rows.map(
    ({ id, rule }) => html`<tr><td><code>${id}</code></td><td>${said(kinds[rule.kind])}</td><th scope="row"><code>${
      rule.rule
    }</code></th><td>${rule.right}</td><td>${isIdle(rule) ? said(words.never) : rule.wrong}</td></tr>
`,
  )}</tbody></table></div></details>`;
}

const isIdle = ({ right, wrong }: Rule): boolean => right + wrong === 0;

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1).replace('.', ',')} %`;

const kinds: Readonly<Record<Rule['kind'], Text>> = {
  says: { es: 'la dice', en: 'says it' },
  denies: { es: 'la contradice', en: 'contradicts it' },
  claims: { es: 'es la confusión', en: 'is the misconception' },
};

const words = {
  title: { es: 'Cómo se leen las explicaciones', en: 'How explanations are read' },
  lead: {
    es: 'Timonel busca en las explicaciones ideas concretas, y se abstiene donde no está seguro. Aquí está lo que acierta y lo que falla en respuestas que alguien etiquetó, idea por idea.',
    en: 'Timonel looks for definite ideas in explanations and abstains where it is not sure. Here is what it gets right and wrong in answers that somebody labelled, idea by idea.',
  },
  columns: {
    es: 'Perder una idea que está y encontrar una que no está son fallos distintos, y se cuentan aparte. La precisión es la parte de lo encontrado que está; la exhaustividad, la parte de lo que está que se encuentra. Lo que queda por revisar no cuenta en contra de nadie. Cada regla se prueba también sola: la que no decide nunca sobra, o le falta un ejemplo.',
    en: 'To miss an idea that is there and to find one that is not are different mistakes, and are counted apart. Precision is the part of what is found that is there; recall, the part of what is there that is found. What is left to review counts against nobody. Each rule is tried by itself as well: one that never decides is dead weight, or lacks an example.',
  },
  answers: { es: 'respuestas etiquetadas', en: 'labelled answers' },
  idea: { es: 'Idea', en: 'Idea' },
  matched: { es: 'Encontrada', en: 'Matched' },
  missed: { es: 'Perdida', en: 'Missed' },
  wrong: { es: 'Mal encontrada', en: 'Wrongly matched' },
  review: { es: 'Por revisar', en: 'To review' },
  precision: { es: 'Precisión', en: 'Precision' },
  recall: { es: 'Exhaustividad', en: 'Recall' },
  feedback: { es: '(solo se comenta, no puntúa)', en: '(commented on only, no points)' },
  rules: { es: 'Regla por regla', en: 'Rule by rule' },
  neverDecide: { es: 'no deciden nunca', en: 'never decide' },
  kind: { es: 'Qué hace', en: 'What it does' },
  rule: { es: 'Regla', en: 'Rule' },
  right: { es: 'Acierta', en: 'Right' },
  wrongly: { es: 'Falla', en: 'Wrong' },
  never: { es: 'no decide nunca', en: 'never decides' },
} as const satisfies Record<string, Text>;
