/** A fenced block of a text in Markdown. */
export interface Fence {
  /** What follows the opening marks: a language, and whatever comes after it. */
  readonly info: string;
  readonly text: string;
  /** Lines of the whole text it takes, marks included: from the first, before the last. */
  readonly from: number;
  readonly to: number;
}

const opening = /^(\s*)(`{3,}|~{3,})(.*)$/;

/** Characters of a line that a fence may stand in; nobody indents one further. */
const deepest = 40;

/**
 * The fenced blocks of a text. One that is never closed goes on to the end, as in CommonMark; other than there, it may be
 * indented more than three columns, as it is inside of lists.
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */
export function fencesIn(lines: readonly string[]): readonly Fence[] {
  const found: Fence[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [, indent = '', marks = '', info = ''] = opening.exec(lines[at] ?? '') ?? [];
    if (marks === '' || indent.length > deepest || (marks.startsWith('`') && info.includes('`'))) continue;
    const end = closing(lines, at + 1, marks);
    const inside = lines.slice(at + 1, end).map((line) => withoutIndent(line, indent.length));
    found.push({ info: info.trim(), text: inside.join('\n'), from: at, to: Math.min(end + 1, lines.length) });
    at = end;
  }
  return found;
}

function closing(lines: readonly string[], from: number, marks: string): number {
  for (let at = from; at < lines.length; at++) {
    const line = (lines[at] ?? '').trim();
    if (line.length >= marks.length && line.startsWith(marks) && line.replaceAll(marks.charAt(0), '') === '') return at;
  }
  return lines.length;
}

function withoutIndent(line: string, columns: number): string {
  const blank = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(blank, columns));
}

/** The language a fence names, in lower case: `yaml` of `yaml respuesta.yaml`. */
export const languageOf = (info: string): string => /^\{?\.?([\w+#-]*)/.exec(info)?.[1]?.toLowerCase() ?? '';
