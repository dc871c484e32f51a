import type { Palette } from './palette.ts';
import { widthOf } from './width.ts';
import { sentence, wrap } from './wrap.ts';

const gap = 2;
/** A first column that would be narrower than this is not worth a table. */
const narrowest = 16;

/**
 * A table of Markdown in columns, the first of which gives way where all do not fit. Where it would have to give too much, each row is
 * a sentence of its cells.
 * @param lines of the table, that between its head and its rows included
 */
export function tableLines(lines: readonly string[], palette: Palette, width: number): readonly string[] {
  const rows = lines.filter((line) => !/^[|\s:-]+$/.test(line)).map(cellsOf);
  const shown = (text: string): number => widthOf(keepsTicks(palette) ? text : text.replaceAll('`', ''));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(0, ...rows.map((row) => shown(row[at] ?? ''))));
  const [first = 0, ...others] = widths;
  const left = width - others.reduce((sum, one) => sum + one + gap, 0);
  if (left < Math.min(first, narrowest))
    return rows.flatMap((row) => wrap(row.filter(Boolean).join(' · '), width, palette));
  const room = Math.min(first, left);
  return rows.flatMap(([head = '', ...cells], row) => {
    const [top = '', ...rest] = wrap(head, room, palette);
    const beside = others.map((one, at) => ({ text: cells[at] ?? '', width: one }));
    const line = beside.reduce(
      (before, { text, width: column }) => before + ' '.repeat(gap) + padded(text, column),
      top + ' '.repeat(Math.max(0, room - shownOfFirstLine(head, room))),
    );
    const whole = [line.trimEnd(), ...rest];
    return row === 0 ? whole.map(palette.faint) : whole;
  });

  function padded(text: string, column: number): string {
    return sentence(text, palette) + ' '.repeat(Math.max(0, column - shown(text)));
  }

  /** Colours take no room, so the line is measured without them. */
  function shownOfFirstLine(text: string, column: number): number {
    const bare = { ...palette, code: keepsTicks(palette) ? palette.code : (code: string) => code };
    return widthOf(wrap(text, column, bare)[0] ?? '');
  }
}

const keepsTicks = ({ code }: Palette): boolean => code('x') === '`x`';

/** `\|` is no end of a cell. */
const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
