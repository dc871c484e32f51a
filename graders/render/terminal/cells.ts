import { safe } from './safe.ts';
import { graphemes, graphemeWidth, isSimple, widthOf } from './width.ts';

/** One character of a source line as the screen shows it. */
export interface Cell {
  /** Offset of its first and after its last UTF-16 unit in the line. */
  readonly from: number;
  readonly to: number;
  readonly shown: string;
  /** Column of the screen where it starts, from 0, and how many it takes. */
  readonly column: number;
  readonly width: number;
}

const tabStop = 4;
/** A line is never looked at beyond this many characters around the place that matters. */
const reach = 2000;

/** The cells of a line: tabs opened up to the next stop, wide characters as two columns, unsafe ones made visible. */
export function cellsOf(line: string): readonly Cell[] {
  // Nearly every line is, and a class has hundreds of thousands of them.
  if (isSimple(line)) return Array.from(line, (shown, at) => ({ from: at, to: at + 1, shown, column: at, width: 1 }));
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of graphemes(line)) {
    const shown = segment === '\t' ? ' '.repeat(tabStop - (column % tabStop)) : safe(segment);
    const width = shown === segment ? graphemeWidth(segment) : widthOf(shown);
    cells.push({ from: index, to: index + segment.length, shown, column, width });
    column += width;
  }
  return cells;
}

/**
 * A piece of a long line around an offset, so that a megabyte on one line costs nothing.
 * @returns the piece and the offset in the line where it starts
 */
export function around(line: string, offset: number): { readonly piece: string; readonly start: number } {
  if (line.length <= 2 * reach) return { piece: line, start: 0 };
  const start = Math.min(Math.max(0, offset - reach), line.length - 1);
  return { piece: line.slice(start, start + 2 * reach), start };
}
