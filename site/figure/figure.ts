import type { BoxClass, FigureArrow, FigureBlock } from '../../graders/course/lessons/blocks.ts';
import { type Html, html } from '../html.ts';
import { withCode } from '../pages/said.ts';
import { draw } from './draw.ts';
import { place } from './layout.ts';
import { markup } from './markup.ts';

/** Wider than this, a drawing is drawn downwards as well, for a narrow screen. */
const narrow = 400;

/**
 * A figure of a lesson: the drawing, and the same in a table.
 * @param id unique in the page
 */
export function figure(block: FigureBlock, id: string): Html {
  const wanted = block.direccion ?? 'derecha';
  const drawing = place(block, wanted);
  const down = wanted === 'derecha' && drawing.width > narrow ? place(block, 'abajo') : undefined;
  const names = `${id}-titulo ${id}-resumen`;
  return html`<figure class="figure" id="${id}">
<div class="figure-scroll${down && ' figure-scroll--broad'}" tabindex="0" role="group" aria-labelledby="${id}-titulo">${markup(draw(drawing, id, names))}</div>
${down && html`<div class="figure-scroll figure-scroll--narrow" tabindex="0" role="group" aria-labelledby="${id}-titulo">${markup(draw(down, `${id}-v`, names))}</div>`}
<figcaption><strong id="${id}-titulo">${withCode(block.titulo)}</strong> <span id="${id}-resumen">${withCode(block.resumen)}</span>
<details class="figure-twin"><summary>El dibujo en una tabla</summary>
${twin(block)}</details></figcaption>
</figure>
`;
}

/** What the drawing says, from the same data. */
function twin({ cajas, grupos = [], flechas = [] }: FigureBlock): Html {
  const name = new Map(cajas.map(({ id, texto }) => [id, texto]));
  const group = new Map(grupos.map(({ id, texto }) => [id, texto]));
  return html`<div class="table" tabindex="0"><table><thead><tr><th scope="col">Elemento</th><th scope="col">Qué es</th>${
    grupos.length > 0 && html`<th scope="col">Dónde está</th>`
  }</tr></thead>
<tbody>${cajas.map(
    ({ texto, clase, grupo }) =>
      html`<tr><td>${texto}</td><td>${classNames[clase ?? 'proceso']}</td>${
        grupos.length > 0 && html`<td>${group.get(grupo ?? '') ?? '—'}</td>`
      }</tr>\n`,
  )}</tbody></table></div>
${
  flechas.length > 0 &&
  html`<div class="table" tabindex="0"><table><thead><tr><th scope="col">De</th><th scope="col">A</th><th scope="col">Qué pasa</th></tr></thead>
<tbody>${flechas.map(
    (arrow) =>
      html`<tr><td>${name.get(arrow.de) ?? ''}</td><td>${name.get(arrow.a) ?? ''}</td><td>${happens(arrow)}</td></tr>\n`,
  )}</tbody></table></div>`
}`;
}

function happens({ texto, clase = 'datos' }: FigureArrow): string {
  const kind = arrowNames[clase];
  return texto === undefined ? kind : `${texto} (${kind})`;
}

const arrowNames = {
  datos: 'tráfico o datos',
  control: 'control',
  roto: 'no llega',
  admitido: 'se deja pasar',
} as const;

const classNames: Readonly<Record<BoxClass, string>> = {
  cliente: 'cliente',
  pod: 'pod',
  carga: 'carga',
  servicio: 'Service',
  puerta: 'puerta de enlace',
  politica: 'política',
  plano: 'plano de control',
  nodo: 'nodo',
  almacen: 'almacén',
  imagen: 'imagen',
  dato: 'dato',
  proceso: 'proceso',
};
