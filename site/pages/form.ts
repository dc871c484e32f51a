import type { Text } from '../../graders/index.ts';
import type { AnswerField, AnswerSection, Choice } from '../../graders/theory/answer-form.ts';
import { unknown } from '../../graders/theory/answer-text.ts';
import { type Html, html } from '../html.ts';
import { inBoth, named, said } from './said.ts';
import { howToAnswer, words } from './words.ts';

/** A section with the title of its check. */
export interface TitledSection extends AnswerSection {
  readonly title: Text;
}

/** The switch between the two ways to give the same answer. */
export const viewSwitch: Html = html`<div class="views needs-script" role="group"${named(words.views)}>
<button type="button" id="ver-formulario" data-show="form" aria-pressed="true">${said(words.formView)}</button>
<button type="button" id="ver-codigo" data-show="code" aria-pressed="false">${said(words.codeView)}</button>
</div>`;

/** The answer as controls, nothing answered yet. The page's script keeps them equal to the text of the file. */
export function answerFormView(sections: readonly TitledSection[]): Html {
  return html`<div class="form needs-script" id="formulario" role="group"${named(words.formView)}>
<div class="form-notice" id="aviso-formulario" hidden></div>
${sections.map(sectionView)}
</div>`;
}

function sectionView(section: TitledSection): Html {
  const { key, kind, title, list, fields } = section;
  return html`<section class="form-section" data-section="${key}" aria-labelledby="apartado-${key}">
<div class="section-head"><h3 id="apartado-${key}" tabindex="-1">${inBoth(title)}</h3><p class="section-score" hidden></p></div>
<p class="section-how">${said(howToAnswer[kind] ?? words.views)}</p>
<div class="section-notes" hidden></div>
${list ? listView(section, list) : html`<ol class="fields">${fields.map((field) => fieldView(section, field))}</ol>`}
</section>
`;
}

function fieldView(section: AnswerSection, field: AnswerField): Html {
  const id = `${section.key}-${field.key}`;
  return html`<li class="field${section.kind === 'matching' && ' field--match'}" data-key="${field.key}">${control(section, field, id)}
<div class="field-note" id="nota-${id}" hidden></div></li>
`;
}

function control({ kind }: AnswerSection, field: AnswerField, id: string): Html {
  const { question, options, reasons, free, prose } = field;
  if (prose) {
    return html`<label class="question" for="campo-${id}">${inBoth(question)}</label>
<textarea rows="4" lang="es" id="campo-${id}" data-part="text"></textarea>`;
  }
  if (free) {
    return html`<label class="question" for="campo-${id}">${inBoth(question)}</label>
<input type="text" spellcheck="false" autocapitalize="off" autocomplete="off" id="campo-${id}" data-part="text">`;
  }
  if (!options) {
    return html`<label class="question" for="campo-${id}">${inBoth(question)}</label>
<input type="number" step="any" inputmode="decimal" autocomplete="off" id="campo-${id}" data-part="number">`;
  }
  if (kind === 'matching') {
    return html`<label class="question" for="campo-${id}">${inBoth(question)}</label>
${choiceList(options, `campo-${id}`, 'value')}`;
  }
  return html`<fieldset id="campo-${id}"><legend class="question">${inBoth(question)}</legend>
<div class="choices">${[...options, { id: unknown, text: words.unknown }].map((option) => radio(option, id))}</div>
${
  reasons &&
  html`<div class="reason"><label for="razon-${id}">${said(words.reason)}</label> ${choiceList(reasons, `razon-${id}`, 'reason')}</div>`
}</fieldset>`;
}

function radio({ id, text }: Choice, name: string): Html {
  return html`<label class="choice"><input type="radio" name="${name}" value="${id}"${
    id === unknown && html` checked`
  }><span>${inBoth(text)}</span></label>
`;
}

/** An option holds no markup: its sentence is swapped whole. */
function choiceList(options: readonly Choice[], id: string, part: string): Html {
  return html`<select id="${id}" data-part="${part}" autocomplete="off">${[
    { id: unknown, text: words.unknown },
    ...options,
  ].map(
    ({ id: value, text: { es, en } }) =>
      html`<option value="${value}" data-es="${plain(es)}" data-en="${plain(en)}">${plain(es)}</option>`,
  )}</select>`;
}

function listView({ key, kind }: AnswerSection, options: readonly Choice[]): Html {
  const isCode = kind === 'plan';
  const repeats = kind !== 'ordering';
  return html`<div class="order${isCode && ' order--code'}"${repeats && html` data-repeats`}>
<h4>${said(words.yourOrder)}</h4>
<p class="order-empty muted">${said(words.emptyOrder)}</p>
<ol class="order-chosen" id="puestos-${key}"></ol>
<h4>${said(words.pool)}</h4>
<p class="order-all muted" hidden>${said(words.allChosen)}</p>
<ul class="order-pool">${options.map(
    ({ id, text }) => html`<li data-id="${id}"><span class="step" id="paso-${key}-${id}">${inBoth(text, isCode)}</span>
<button type="button" class="add" id="anadir-${key}-${id}" aria-labelledby="anadir-${key}-${id} paso-${key}-${id}">${said(words.add)}</button></li>
`,
  )}</ul>
</div>`;
}

const plain = (sentence: string): string => sentence.replaceAll('`', '');
