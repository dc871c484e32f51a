import type { QuestionBlock } from '../../graders/course/lessons/blocks.ts';
import { type Html, html } from '../html.ts';
import { lessonWords } from './lesson-words.ts';
import { said, withCode } from './said.ts';

/** A question whose every option opens to say whether it is right and why: answered at once, and without a script. */
export function question({ texto, opciones }: QuestionBlock, id: string): Html {
  return html`<section class="question" aria-labelledby="${id}">
<p class="eyebrow">${said(lessonWords.question)}</p>
<p class="question-text" id="${id}">${withCode(texto)}</p>
<p class="muted">${said(lessonWords.chooseToSee)}</p>
<ol>${opciones.map(
    ({ texto: option, correcta = false, porque }) =>
      html`<li><details class="option option--${correcta ? 'right' : 'wrong'}"><summary>${withCode(option)}</summary>
<p><strong>${said(correcta ? lessonWords.right : lessonWords.wrong)}</strong> ${withCode(porque)}</p></details></li>
`,
  )}</ol></section>
`;
}
