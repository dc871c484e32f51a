import type { ImageLayer, LayersPicture } from '../../../graders/checks/drawn/picture.ts';
import { fill } from '../../../graders/core/messages.ts';
import { layerWords, sizeWords } from '../../shared/layer-words.ts';
import { element, withCode } from '../element.ts';
import { currentLang, say } from '../lang.ts';
import type { PictureContext } from './context.ts';

/** The layers of an image as they are stacked, and what the change of a file builds again. */
export function layersView(picture: LayersPicture, of: string, context: PictureContext): HTMLElement {
  const { layers, base, edits, size, installed } = picture;
  const states = layers.map(() => element('td', { class: 'layer-state' }));
  const rows = layers.map((layer, index) => rowOf(layer, states[index] ?? element('td'), context));
  const bottom = element(
    'tr',
    { class: 'layer layer--base' },
    element('th', { scope: 'row' }, element('code', {}, `FROM ${base?.reference ?? 'scratch'}`)),
    element('td', {}, base ? `${say(layerWords.base)}, ${base.size} MB` : ''),
    element('td', { class: 'layer-state' }),
  );
  const { layer: name, holds, cache } = layerWords;
  const heads = [name, holds, cache].map((one) => element('th', { scope: 'col' }, say(one)));
  const table = element(
    'table',
    { class: 'layer-table' },
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...[...rows].reverse(), bottom),
  );
  const said = element('p', { role: 'status', class: 'layer-said' });
  const lang = currentLang();
  const show = (again: readonly boolean[]) => {
    for (const [index, state] of states.entries()) {
      const repeats = again[index] === true;
      state.textContent = say(repeats ? layerWords.again : layerWords.cached);
      state.parentElement?.classList.toggle('layer--again', repeats);
    }
    const count = again.filter(Boolean).length;
    said.textContent = fill(layerWords.summary, { again: count, of: layers.length }, lang);
  };
  const choice = chooser(edits, show, layers.length);
  const facts = { class: sizeWords[picture.class], size, base: base?.size ?? 0, installed: Math.round(installed) };
  return element(
    'section',
    { class: 'time' },
    element('h3', {}, say(layerWords.title)),
    element('p', { class: 'time-of' }, withCode(of)),
    element('p', { class: 'muted' }, say(layerWords.about)),
    element('p', {}, fill(layerWords.size, facts, lang)),
    choice,
    element('div', { class: 'table', tabindex: '0' }, table),
    said,
  );
}

/** Which file changes; the first that repeats something is chosen. */
function chooser(edits: LayersPicture['edits'], show: (again: readonly boolean[]) => void, count: number): HTMLElement {
  const none = Array.from({ length: count }, () => false);
  const first = Math.max(
    0,
    edits.findIndex(({ again }) => again.includes(true)),
  );
  const options = edits.map(({ file }, index) => element('option', { value: String(index) }, file));
  const select = element(
    'select',
    { id: 'capas-cambio' },
    ...options,
    element('option', { value: '' }, say(layerWords.nothing)),
  );
  select.value = edits.length > 0 ? String(first) : '';
  const tell = () => show(edits[select.value === '' ? -1 : Number(select.value)]?.again ?? none);
  select.addEventListener('change', tell);
  tell();
  return element('p', {}, element('label', { for: 'capas-cambio' }, say(layerWords.edit)), ' ', select);
}

function rowOf({ text, at, bytes }: ImageLayer, state: HTMLElement, { lineLink }: PictureContext): HTMLElement {
  const link = lineLink(at);
  return element(
    'tr',
    { class: bytes === undefined ? 'layer layer--elsewhere' : 'layer' },
    element('th', { scope: 'row' }, element('code', {}, text), link && ' ', link),
    element('td', {}, sizeOf(bytes)),
    state,
  );
}

function sizeOf(bytes: number | undefined): string {
  if (bytes === undefined) return say(layerWords.elsewhere);
  if (bytes === 0) return say(layerWords.config);
  const [amount, unit] = bytes < 1e3 ? [bytes, 'B'] : bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${amount.toLocaleString(currentLang(), { maximumFractionDigits: 1 })} ${unit}`;
}
