/** How a table is laid out. */
export interface Layout {
  /** Blanks between columns at least. */
  readonly padding: number;
  /** Cells are at least so wide, with their padding. */
  readonly least?: number;
}

/**
 * A table as Go's `text/tabwriter` aligns it: each column as wide as its widest cell and the padding, the last one as it is.
 * `kubectl` pads with three blanks, `docker` with three and a least width of ten (`tabwriter.NewWriter(out, 10, 1, 3, ' ', 0)`).
 * @see https://pkg.go.dev/text/tabwriter
 */
export function columns(rows: readonly (readonly string[])[], { padding, least = 0 }: Layout): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(least, ...rows.map((row) => (column < row.length - 1 ? widthOf(row[column] ?? '') + padding : 0))),
  );
  return rows
    .map(
      (row) =>
        `${row.map((cell, column) => (column < row.length - 1 ? cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))) : cell)).join('')}\n`,
    )
    .join('');
}

/** Characters as a terminal counts them: by code point. */
const widthOf = (text: string): number => [...text].length;
