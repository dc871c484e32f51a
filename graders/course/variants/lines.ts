/** Lines that were looked for, where they stand. */
export interface Found {
  /** Index of the first line. */
  readonly from: number;
  readonly count: number;
  /** What each line has before those that were looked for. */
  readonly indent: string;
}

/** The lines of a text; a newline at the end begins none, and an empty text has none. */
export function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** Every place where some lines follow one another. All of them may be indented by the same blanks more than what is looked for. */
export function findLines(lines: readonly string[], wanted: readonly string[]): readonly Found[] {
  const [first] = wanted;
  if (first === undefined) return [];
  return lines.flatMap((line, from) => {
    if (!line.endsWith(first)) return [];
    const indent = line.slice(0, line.length - first.length);
    if (indent.trim() !== '') return [];
    const same = wanted.every((one, index) => lines[from + index] === indented(one, indent));
    return same ? [{ from, count: wanted.length, indent }] : [];
  });
}

/** An empty line stays empty. */
export const indented = (line: string, indent: string): string => (line === '' ? '' : indent + line);
