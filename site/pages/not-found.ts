import type { Text } from '../../graders/index.ts';
import { html } from '../html.ts';
import type { Page } from './layout.ts';
import { inBoth, said } from './said.ts';

const words = {
  home: { es: 'Ir al inicio', en: 'Go home' },
  search: { es: 'Buscar', en: 'Search' },
} as const satisfies Record<string, Text>;

/** What a server shows for an address that is none; most look for a file of this name. */
export const notFoundPage: Page = {
  path: '404.html',
  title: { es: 'Aquí no hay nada · Timonel', en: 'Nothing here · Timonel' },
  description: 'La página no existe.',
  styles: ['avisos'],
  body: html`<div class="glossary">
<h1>${inBoth({ es: 'Aquí no hay nada', en: 'Nothing here' })}</h1>
<p class="lead">${inBoth({
    es: 'La dirección no lleva a ninguna página. Puede que haya cambiado de nombre.',
    en: 'The address leads to no page. It may have been renamed.',
  })}</p>
<p><a class="button primary" href="index.html">${said(words.home)}</a> <a class="button" href="buscar.html">${said(words.search)}</a></p>
</div>`,
};
