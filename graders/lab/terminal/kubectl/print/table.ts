import { aligned } from './tabs.ts';

/** A column of a table: `wide` ones show with `-o wide` only. */
export interface Column {
  readonly name: string;
  readonly wide?: boolean;
}

/** `kubectl` pads cells with three blanks and makes none narrower than six. */
const layout = { least: 6, padding: 3 };

/** Rows under their header, cut at the first line break of a cell as `kubectl` does. */
export function tableText(header: readonly string[] | undefined, rows: readonly (readonly string[])[]): string {
  const lines = [...(header ? [header.map((name) => name.toUpperCase())] : []), ...rows.map((row) => row.map(cell))];
  return lines.length === 0 ? '' : `${aligned(lines.map((line) => line.join('\t')).join('\n'), layout)}\n`;
}

function cell(text: string): string {
  const at = text.search(/[\f\n\r]/);
  return (at === -1 ? text : `${text.slice(0, at)}...`).replaceAll('\t', ' ');
}
