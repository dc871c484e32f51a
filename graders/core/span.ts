import type { Source } from './source.ts';

/** A piece of a source, as UTF-16 offsets: `from` inclusive, `to` exclusive. Lines appear only in `render`. */
export interface Span {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/** A position for people: both numbers start at 1, columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The span of a whole source without its trailing blank space, so that an underline does not run past the text. */
export function wholeOf(source: Source): Span {
  return { path: source.path, from: 0, to: source.text.trimEnd().length };
}

/** The span of the first line that has text: where a finding about a file as a whole is shown. */
export function headOf(source: Source): Span {
  const from = Math.max(0, source.text.search(/\S/));
  const newline = source.text.indexOf('\n', from);
  const to = newline === -1 ? source.text.length : newline;
  return { path: source.path, from, to: from + source.text.slice(from, to).trimEnd().length };
}

/**
 * Turns offsets into lines and columns.
 * @param text the text of the source the span belongs to
 */
export function rangeOf(text: string, span: Span): Range {
  return { start: positionAt(text, span.from), end: positionAt(text, span.to) };
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, Math.min(offset, text.length));
  const lastNewline = before.lastIndexOf('\n');
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line++;
  return { line, column: before.length - lastNewline };
}
