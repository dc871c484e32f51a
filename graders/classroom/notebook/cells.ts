import { type Fields, fieldsOf, isFields, itemsOf, numberAt, textAt } from '../../core/fields.ts';
import { filled } from '../../core/messages.ts';
import type { Text } from '../../core/text.ts';
import { notANotebook, readJson } from './json.ts';

/** What somebody wrote into a cell; outputs are never read. */
export interface Cell {
  /** From 1, as a person counts them. */
  readonly number: number;
  readonly id: string | undefined;
  readonly kind: 'markdown' | 'code' | 'raw';
  readonly text: string;
  readonly metadata: Fields;
}

export interface NotebookCells {
  readonly cells: readonly Cell[];
  /** The version it is written in. */
  readonly format: { readonly major: number; readonly minor: number };
  /** What was odd and did not hinder the reading. */
  readonly remarks: readonly Text[];
}

/** Nobody reads more than these. */
const mostCells = 5_000;
/** Of a cell; an answer file may hold 200 kB. */
const mostText = 1_000_000;

/**
 * The cells of a notebook in any version since the second: format 4 has them at the top, older ones on worksheets, with the
 * code in `input` and headings as cells of their own.
 * @see https://nbformat.readthedocs.io/en/latest/format_description.html
 */
export function readCells(text: string): NotebookCells | { readonly problem: Text } {
  const read = readJson(text);
  if ('problem' in read) return read;
  const { root } = read;
  const list = listOf(root);
  if (!list) return { problem: notANotebook };
  const format = { major: numberAt(root, 'nbformat') ?? 4, minor: numberAt(root, 'nbformat_minor') ?? 0 };
  const all = list.map((cell, index) => (isFields(cell) ? cellOf(cell, index + 1) : undefined));
  const cells = all.slice(0, mostCells).flatMap((cell) => cell ?? []);
  const broken = all.indexOf(undefined);
  return {
    cells,
    format,
    remarks: [
      ...(list.length > mostCells ? [manyCells] : []),
      ...(broken >= 0 ? [filled(oddCell, { cell: broken + 1 })] : []),
      ...cells.filter(({ text }) => text.length >= mostText).map(({ number }) => filled(longCell, { cell: number })),
    ],
  };
}

function listOf(root: Fields): readonly unknown[] | undefined {
  if (Array.isArray(root.cells)) return root.cells;
  const sheets = itemsOf(root.worksheets).flatMap(({ cells }) => (Array.isArray(cells) ? [cells] : []));
  return sheets.length > 0 ? sheets.flat() : undefined;
}

function cellOf(cell: Fields, number: number): Cell | undefined {
  const type = textAt(cell, 'cell_type');
  if (type === undefined) return undefined;
  const text = (joined(cell.source) ?? joined(cell.input) ?? '').slice(0, mostText).replace(/\r\n?/g, '\n');
  const isHeading = type === 'heading';
  return {
    number,
    id: textAt(cell, 'id'),
    kind: type === 'code' || type === 'raw' ? type : 'markdown',
    text: isHeading ? `${'#'.repeat(Math.min(6, Math.max(1, numberAt(cell, 'level') ?? 1)))} ${text}` : text,
    metadata: fieldsOf(cell.metadata),
  };
}

/** Jupyter writes a text as the list of its lines, each with its end; other programs as one text. */
function joined(source: unknown): string | undefined {
  if (typeof source === 'string') return source;
  if (!Array.isArray(source)) return undefined;
  return source.filter((line) => typeof line === 'string').join('');
}

const manyCells: Text = {
  es: `El cuaderno tiene más de ${mostCells} celdas: se leen las primeras.`,
  en: `The notebook has more than ${mostCells} cells: the first ones are read.`,
};
const oddCell: Text = {
  es: 'La celda {cell} no tiene la forma de una celda y no se lee.',
  en: 'Cell {cell} has not the form of a cell and is not read.',
};
const longCell: Text = {
  es: 'La celda {cell} tiene más de un millón de caracteres: se lee el principio.',
  en: 'Cell {cell} has more than a million characters: its beginning is read.',
};
