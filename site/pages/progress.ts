import { html } from '../html.ts';
import type { Course } from '../load.ts';
import { classWords } from '../shared/class-words.ts';
import { exerciseHref } from '../shared/href.ts';
import { transferWords } from '../shared/transfer-words.ts';
import { countedOf, groupsOf } from './groups.ts';
import { homeWords } from './home-words.ts';
import type { Page } from './layout.ts';
import { inBoth, said } from './said.ts';

export const progressPath = 'progreso.html';

/** How far a reader is, kept in this browser; and the way to carry it to another. */
export function progressPage(course: Course): Page {
  const counted = countedOf(course).length;
  return {
    path: progressPath,
    title: { es: 'Tu progreso · Timonel', en: 'Your progress · Timonel' },
    description: 'Cómo llevas cada ejercicio de Timonel en este navegador, y cómo llevarlo a otro.',
    styles: ['avisos'],
    scripts: ['progreso'],
    body: html`<div class="progress">
<h1>${inBoth(transferWords.title)}</h1>
<p class="lead">${inBoth(transferWords.lead)}</p>
<noscript><p class="notice">${transferWords.needsScript.es}</p></noscript>
<div class="needs-script">
<p class="advance" id="avance"><strong id="superados">0</strong> ${said(homeWords.passedOf)} ${counted}</p>
<progress id="barra" max="${counted}" value="0" aria-labelledby="avance"></progress>
</div>
${groupsOf(course)
  .filter(({ exercises }) => exercises.length > 0)
  .map(
    (
      { title, exercises },
      index,
    ) => html`<section aria-labelledby="parte-${index}"><h2 id="parte-${index}">${inBoth(title)}</h2>
<div class="table" tabindex="0"><table class="progress-table"><thead><tr><th scope="col">${said(transferWords.exercise)}</th><th scope="col">${said(transferWords.state)}</th><th scope="col">${said(transferWords.tries)}</th><th scope="col">${said(transferWords.changed)}</th></tr></thead>
<tbody>${exercises.map(
      ({
        exercise: { spec, folder },
      }) => html`<tr data-row="${spec.id}"${spec.practice && html` data-practice`}><th scope="row"><a href="${exerciseHref(folder)}">${spec.number}. ${inBoth(spec.title)}</a></th><td data-state>${said(transferWords.notStarted)}</td><td data-tries>—</td><td data-changed>—</td></tr>
`,
    )}</tbody></table></div></section>
`,
  )}
<section class="needs-script" aria-labelledby="llevar"><h2 id="llevar">${said(transferWords.carry)}</h2>
<p>${inBoth(transferWords.carryAbout)}</p>
<p class="hero-actions"><button type="button" class="primary" id="guardar">${said(transferWords.save)}</button>
<label class="button" for="fichero">${said(transferWords.open)}</label>
<input class="visually-hidden" type="file" id="fichero" accept="application/json,.json"></p>
<p role="status" id="aviso-progreso"></p>
<div id="propuesta" hidden></div>
<p class="muted">${inBoth(classWords.link)} <a href="clase.html">${said(classWords.title)}</a></p>
</section>
</div>`,
  };
}
