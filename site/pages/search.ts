import { html } from '../html.ts';
import { searchWords } from '../shared/search-words.ts';
import type { Page } from './layout.ts';
import { inBoth, said } from './said.ts';

export const searchPath = 'buscar.html';

/** The search: what is typed is looked up in the page itself. */
export const searchPage: Page = {
  path: searchPath,
  title: { es: 'Buscar · Timonel', en: 'Search · Timonel' },
  description: 'Busca en las lecciones, los ejercicios, el glosario y las reglas de Timonel.',
  styles: ['avisos'],
  scripts: ['indice', 'buscar'],
  body: html`<div class="search">
<h1>${inBoth(searchWords.title)}</h1>
<div class="needs-script" role="search"><label for="consulta">${said(searchWords.label)}</label>
<input type="search" id="consulta" name="q" autocomplete="off" spellcheck="false"></div>
<noscript><p class="notice">${searchWords.needsScript.es}</p></noscript>
<p role="status" id="cuantos" class="muted"></p>
<ol class="found" id="encontrado"></ol>
</div>`,
};
