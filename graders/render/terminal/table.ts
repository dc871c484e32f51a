import { safe } from './safe.ts';
import { padEnd, widthOf } from './width.ts';

/** Columns as wide as what they hold, in the manner of kubectl. Made safe here. */
export function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const shown = [head, ...rows].map((row) => row.map(safe));
  const widths = head.map((_, column) => Math.max(...shown.map((row) => widthOf(row[column] ?? ''))));
  return shown.map((row) =>
    row
      .map((cell, column) => padEnd(cell, widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  );
}
