import { graphemes, graphemeWidth } from '../../render/terminal/width.ts';

/** The escape sequences of colours, which take no column. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal is spoken to with them
const colour = /(\u001b\[[0-9;]*m)/;

/** A line cut to a width, with `…` where something is left out. Colours that are open at the cut are closed. */
export function clip(line: string, width: number): string {
  let left = width;
  let shown = '';
  const parts = line.split(colour);
  if (visibleWidth(parts) <= width) return line;
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) shown += part;
    else {
      for (const { segment } of graphemes(part)) {
        const columns = graphemeWidth(segment);
        // One column is kept for the sign that something is missing.
        if (columns > left - 1) return `${shown}…${line.includes('\u001b') ? '\u001b[0m' : ''}`;
        shown += segment;
        left -= columns;
      }
    }
  }
  return shown;
}

/** Columns that a line takes on the screen. */
export const columnsOf = (line: string): number => visibleWidth(line.split(colour));

function visibleWidth(parts: readonly string[]): number {
  let width = 0;
  for (let index = 0; index < parts.length; index += 2) {
    for (const { segment } of graphemes(parts[index] ?? '')) width += graphemeWidth(segment);
  }
  return width;
}

/** A line without its colours. */
export const uncoloured = (line: string): string =>
  line
    .split(colour)
    .filter((_, index) => index % 2 === 0)
    .join('');
