/** How cells are laid out. */
export interface Tabs {
  readonly least: number;
  readonly padding: number;
}

/**
 * Aligns text whose cells end in tabs as Go's `text/tabwriter` does: a column is a run of lines that all have a cell there, and
 * as wide as its widest cell.
 * @see https://pkg.go.dev/text/tabwriter
 */
export function aligned(text: string, { least, padding }: Tabs): string {
  const lines = text.split('\n').map((line) => line.split('\t'));
  const widths: number[][] = lines.map(() => []);
  const most = Math.max(0, ...lines.map((cells) => cells.length - 1));
  for (let column = 0; column < most; column++) {
    for (let first = 0; first < lines.length; ) {
      let end = first;
      let width = least;
      while (end < lines.length && column < (lines[end]?.length ?? 0) - 1) {
        width = Math.max(width, widthOf(lines[end]?.[column] ?? '') + padding);
        end++;
      }
      for (let line = first; line < end; line++) (widths[line] as number[])[column] = width;
      first = Math.max(end, first + 1);
    }
  }
  return lines
    .map((cells, line) =>
      cells
        .map((cell, column) =>
          column < cells.length - 1 ? cell.padEnd(cell.length + (widths[line]?.[column] ?? 0) - widthOf(cell)) : cell,
        )
        .join(''),
    )
    .join('\n');
}

const widthOf = (text: string): number => [...text].length;
