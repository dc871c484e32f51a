/** One line of a text, without its line break. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Offset of the first character that is no space; `to` for a blank line. */
  readonly content: number;
}

/** The line that contains an offset. */
export function lineAt(text: string, offset: number): Line {
  const from = lineStart(text, offset);
  const newline = text.indexOf('\n', from);
  const to = newline === -1 ? text.length : newline;
  return lineOf(text, from, to, text.slice(0, from).split('\n').length);
}

/** The next line with something on it; undefined at the end of the text. */
export function nextLine(text: string, line: Line): Line | undefined {
  let current = line;
  while (current.to < text.length) {
    const from = current.to + 1;
    const newline = text.indexOf('\n', from);
    current = lineOf(text, from, newline === -1 ? text.length : newline, current.number + 1);
    if (hasContent(current)) return current;
  }
  return undefined;
}

/** The previous line with something on it that is no comment; undefined at the beginning of the text. */
export function previousLine(text: string, line: Line): Line | undefined {
  let current = line;
  while (current.from > 0) {
    const to = current.from - 1;
    current = lineOf(text, lineStart(text, to), to, current.number - 1);
    if (hasContent(current) && !isComment(current)) return current;
  }
  return undefined;
}

/** Where the line of an offset begins. `lastIndexOf` takes a negative place for 0, so the first line is a case of its own. */
const lineStart = (text: string, offset: number): number => (offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0);

function lineOf(text: string, from: number, to: number, number: number): Line {
  const content = text.slice(from, to);
  const end = content.trimEnd().length;
  const first = content.search(/\S/);
  return { number, from, to: from + content.length, text: content.slice(0, end), content: from + Math.max(0, first) };
}

const hasContent = ({ text }: Line): boolean => text.trim() !== '';

/** What stands on a line, without its indentation. */
export const contentOf = (line: Line): string => line.text.slice(line.content - line.from);

export const isComment = (line: Line): boolean => contentOf(line).startsWith('#');
