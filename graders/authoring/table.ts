/**
 * A table for a terminal, with columns as wide as their widest cell.
 * @param text how many columns from the left hold text; the others hold numbers and stand to the right
 */
export function sayTable(head: readonly string[], rows: readonly (readonly string[])[], text = 1): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column < text ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}
