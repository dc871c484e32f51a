import { rangeOf, type Span } from '../../core/span.ts';
import { around, type Cell, cellsOf } from './cells.ts';
import type { Palette, Style } from './palette.ts';
import { padStart } from './width.ts';

export interface FrameOptions {
  readonly palette: Palette;
  /** Columns of the screen, the gutter included. */
  readonly width: number;
  readonly mark?: Style;
  /** Lines shown before and after the marked ones. */
  readonly before?: number;
  readonly after?: number;
}

/** A span longer than this many lines shows its first ones. */
const longest = 5;

/** The lines around a span with the span underlined; no lines for a text that has none. */
export function codeFrame(text: string, at: Span, options: FrameOptions): readonly string[] {
  if (text.trim() === '') return [];
  const lines = text.split('\n');
  const lineAt = (number: number) => (lines[number - 1] ?? '').replace(/\r$/, '');
  const { start, end } = rangeOf(text, at);
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  const isLong = last - start.line >= longest;
  const lastMarked = isLong ? start.line + longest - 2 : last;
  const from = Math.max(1, start.line - (options.before ?? 2));
  const to = Math.min(lines.length, isLong ? lastMarked : lastMarked + (options.after ?? 1));
  const gutter = String(to).length;
  const room = Math.max(20, options.width - gutter - 3);
  const left = leftEdge(lineAt(start.line), start.column - 1, end.line === start.line ? end.column - 1 : -1, room);

  const frame: string[] = [];
  for (let number = from; number <= to; number++) {
    const line = lineAt(number);
    if (number === lines.length && line === '' && number > last) break;
    const marked = number >= start.line && number <= lastMarked;
    const window = viewOf(line, start.column - 1);
    frame.push(row(padStart(String(number), gutter), clip(window, left, room, options.palette), marked, options));
    if (marked) {
      const begin = number === start.line ? start.column - 1 : line.search(/\S|$/);
      const finish = number === end.line ? end.column - 1 : line.trimEnd().length;
      frame.push(row(' '.repeat(gutter), underline(window, begin, finish, left, room, options), false, options));
    }
  }
  if (isLong) frame.push(options.palette.faint(`${' '.repeat(gutter)} ⋮`));
  return frame;
}

function row(number: string, content: string, marked: boolean, { palette }: FrameOptions): string {
  return `${marked ? palette.strong(number) : palette.faint(number)} ${palette.faint('│')} ${content}`.trimEnd();
}

/** First column of the screen to show, so that the start of the span, and its end where it fits, can be seen. */
function leftEdge(line: string, from: number, to: number, room: number): number {
  const cells = viewOf(line, from);
  const column = columnOf(cells, from);
  const end = to < 0 ? column + 1 : columnOf(cells, to);
  if (end < room || column < room / 2) return 0;
  return Math.max(0, column - Math.floor(room / 3));
}

/** The cells of a line around an offset; before them each character counts as one column. */
function viewOf(line: string, offset: number): readonly Cell[] {
  const { piece, start } = around(line, offset);
  const cells = cellsOf(piece);
  if (start === 0) return cells;
  const move = (cell: Cell): Cell => ({
    ...cell,
    from: cell.from + start,
    to: cell.to + start,
    column: cell.column + start,
  });
  return cells.map(move);
}

function columnOf(cells: readonly Cell[], offset: number): number {
  const cell = cells.find(({ to }) => to > offset);
  const last = cells.at(-1);
  return cell ? cell.column : last ? last.column + last.width : 0;
}

/** The part of a line inside the window, with `…` where something is left out. */
function clip(cells: readonly Cell[], left: number, room: number, palette: Palette): string {
  const inside = cells.filter(({ column, width }) => column >= left && column + width <= left + room);
  const last = cells.at(-1);
  const first = inside[0];
  if (!first || !last) return left > 0 && last ? palette.faint('…') : '';
  const cutLeft = left > 0;
  const cutRight = last.column + last.width > left + room;
  const middle = inside.slice(cutLeft ? 1 : 0, cutRight ? -1 : undefined);
  const lead = ' '.repeat(Math.max(0, first.column - left));
  return `${lead}${cutLeft ? palette.faint('…') : ''}${middle.map(({ shown }) => shown).join('')}${cutRight ? palette.faint('…') : ''}`;
}

function underline(
  cells: readonly Cell[],
  from: number,
  to: number,
  left: number,
  room: number,
  { palette, mark }: FrameOptions,
): string {
  const start = Math.max(left, columnOf(cells, from));
  const end = Math.min(left + room, Math.max(start + 1, columnOf(cells, to)));
  if (start >= left + room) return '';
  return ' '.repeat(start - left) + (mark ?? palette.error)('^'.repeat(Math.max(1, end - start)));
}
