import { button, element } from '../element.ts';
import { walkWithArrows } from './roving.ts';

/** Somebody or something at the side of a table, with where it is. */
export interface Head {
  readonly name: string;
  readonly where: string;
}

/** What becomes of one on the way to another. */
export interface Cell {
  /** A word or two. */
  readonly text: string;
  readonly kind: string;
  /** From whom to whom, as it is read aloud and told. */
  readonly way: string;
  /** What is said once it is chosen. */
  readonly tell: () => readonly (Node | false)[];
}

export interface CellTable {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  /** Who stands in the first column. */
  readonly who: string;
  readonly columns: readonly Head[];
  readonly rows: readonly { readonly head: Head; readonly cells: readonly (Cell | undefined)[] }[];
}

/** A table of who gets to whom, whose cells say why. */
export function cellTable({ id, title, who, columns, rows }: CellTable): HTMLElement {
  const said = element('div', { class: 'flow-said', role: 'status' });
  const name = `flujos-${id}`;
  const heads = columns.map((one) => head('col', one));
  const lines = rows.map((row) => {
    const cells = row.cells.map((cell) => {
      if (!cell) return element('td');
      const press = button(cell.text, () => choose(press, cell), `flow flow--${cell.kind}`);
      press.setAttribute('aria-label', `${cell.way}: ${cell.text}`);
      press.setAttribute('aria-pressed', 'false');
      return element('td', {}, press);
    });
    return element('tr', {}, head('row', row.head), ...cells);
  });
  const table = element(
    'table',
    { class: 'flow-table', 'aria-labelledby': name },
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, who), ...heads)),
    element('tbody', {}, ...lines),
  );
  const choose = (chosen: HTMLElement, { way, tell }: Cell) => {
    for (const one of table.querySelectorAll('button')) one.setAttribute('aria-pressed', String(one === chosen));
    said.replaceChildren(element('p', {}, element('strong', {}, way)), ...tell().filter((node) => node !== false));
  };
  walkWithArrows(table);
  return element(
    'div',
    { class: 'flow-side' },
    element('h4', { id: name }, title),
    element('div', { class: 'table' }, table),
    said,
  );
}

const head = (scope: 'row' | 'col', { name, where }: Head): HTMLElement =>
  element('th', { scope }, name, where !== '' && element('small', {}, where));
