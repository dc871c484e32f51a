import type { LabAction, LabBlock } from '../../graders/course/lessons/blocks.ts';
import { loadOf, migrationOf } from '../../graders/course/lessons/load.ts';
import type { Text } from '../../graders/index.ts';
import { languageOf } from '../highlight.ts';
import { data, type Html, html, trusted } from '../html.ts';
import { codeBlock } from '../markdown.ts';
import type { LabData, LabScripts, LabStep } from '../shared/lab-data.ts';
import { lessonWords } from './lesson-words.ts';
import { named, said, withCode } from './said.ts';

/** Heights of the editor, in lines, that the style knows. */
const heights = [6, 10, 14, 18, 22, 26];

/**
 * An example that is changed and run in the page. Without a script its files are code to read.
 * @param lesson id of the lesson: what a reader changes is kept by it
 */
export function lab(block: LabBlock, lesson: string, scripts: LabScripts): Html {
  const { id, titulo, archivos, fijos = {}, acciones, prueba } = block;
  const files = Object.entries(archivos);
  const lines = Math.max(...files.map(([, text]) => text.trimEnd().split('\n').length)) + 1;
  const height = heights.find((one) => one >= lines) ?? heights.at(-1);
  const shown: LabData = {
    key: `${lesson}.${id}`,
    files: archivos,
    given: fijos,
    steps: stepsOf(block),
    ...scripts,
  };
  return html`<section class="lab" id="lab-${id}" data-lab aria-labelledby="lab-${id}-titulo">
<header class="lab-head"><p class="eyebrow">${said(lessonWords.lab)}</p>
<h3 id="lab-${id}-titulo">${withCode(titulo)}</h3></header>
<div class="lab-code">${files.map(file)}</div>
<div class="lab-bench needs-script">
<div class="tabs" role="group"${named(lessonWords.labFiles)}>${files.map(
    ([path], index) =>
      html`<button type="button" data-file="${path}" aria-pressed="${index === 0 ? 'true' : 'false'}">${path}</button>`,
  )}</div>
<div class="editor editor--${height ?? 26}" data-editor>${files.map(
    ([path, text], index) =>
      html`<textarea data-file="${path}" aria-label="${path}" spellcheck="false" autocapitalize="off" autocomplete="off"${index > 0 && html` hidden`}>
${text}</textarea>`,
  )}</div>
</div>
${
  Object.keys(fijos).length > 0 &&
  html`<details class="lab-given"><summary>${said(lessonWords.labGiven)}: ${Object.keys(fijos).join(', ')}</summary>${Object.entries(
    fijos,
  ).map(file)}</details>`
}
<div class="lab-actions needs-script">${acciones.map(
    (action, index) => html`<button type="button" data-step="${index}">${actionLabel(action)}</button>\n`,
  )}<button type="button" class="quiet" data-reset hidden>${said(lessonWords.labReset)}</button></div>
<noscript><p class="muted">${lessonWords.labWithout.es}</p></noscript>
<div class="lab-result" data-result tabindex="-1" hidden></div>
<p class="visually-hidden" role="status" data-status></p>
${prueba !== undefined && html`<p class="lab-try"><strong>${said(lessonWords.labTry)}</strong> ${withCode(prueba)}</p>`}
<script type="application/json" data-lab-data>${data(shown)}</script>
</section>
`;
}

const file = ([path, text]: readonly [string, string]): Html =>
  html`<p class="file-name"><code>${path}</code></p>${trusted(codeBlock(text, languageOf(path)))}`;

/** What an action does, without what its author expects of it. */
/** What an example offers to do. */
export const stepsOf = ({ acciones }: LabBlock): readonly LabStep[] => acciones.map(stepOf);

function stepOf(action: LabAction): LabStep {
  if ('peticion' in action) {
    const { peticion: url, desde: from = 'outside', metodo: method, cabeceras: headers } = action;
    return { kind: 'request', url, from, ...(method !== undefined && { method }), ...(headers && { headers }) };
  }
  if ('cluster' in action) return { kind: 'cluster' };
  if ('comprobar' in action) return { kind: 'check' };
  if ('imagen' in action) return { kind: 'image', file: action.imagen };
  if ('actualizar' in action) return { kind: 'update', workload: action.actualizar, image: action.nueva };
  if ('carga' in action) return { kind: 'load', ...loadOf(action) };
  if ('migrar' in action) return { kind: 'migration', ...migrationOf(action) };
  return { kind: 'commands', line: action.comandos };
}

function actionLabel(action: LabAction): Html {
  if ('peticion' in action) {
    const { peticion, desde = 'outside', metodo = 'GET', cabeceras = {} } = action;
    const headers = Object.entries(cabeceras).map(([name, value]) => `${name}: ${value}`);
    return html`<code>${metodo} ${peticion}</code> ${who(desde)}${headers.length > 0 && html` <code>${headers.join(', ')}</code>`}`;
  }
  if ('actualizar' in action) {
    return html`${said(lessonWords.runUpdate)} <code>${action.actualizar}</code> ${said(lessonWords.toImage)} <code>${action.nueva}</code>`;
  }
  if ('comandos' in action) return html`<code>${action.comandos}</code>`;
  return html`${said(nameOf(action))}${'imagen' in action && action.imagen !== 'Dockerfile' && html` <code>${action.imagen}</code>`}`;
}

const who = (from: string): Html =>
  from === 'outside'
    ? said(lessonWords.fromOutside)
    : html`${said(lessonWords.from)} <code>${from.replace(/^default\//, '')}</code>`;

function nameOf(action: LabAction): Text {
  if ('cluster' in action) return lessonWords.runCluster;
  if ('carga' in action) return lessonWords.runLoad;
  if ('migrar' in action) return action.nombre ?? lessonWords.runMigration;
  return 'imagen' in action ? lessonWords.runImage : lessonWords.runCheck;
}
