import type { Position, Range, Span } from '../core/span.ts';

/** The text of a source by its path; undefined for a file that could not be read. */
export type TextOf = (path: string) => string | undefined;

/** Turns spans into lines and columns; each text is looked through once, however many findings it has. */
export type RangeFinder = (at: Span) => Range;

/** A span in a file without text (a directory, a binary) is its first position. */
export function rangesIn(textOf: TextOf): RangeFinder {
  const starts = new Map<string, readonly number[]>();
  return ({ path, from, to }) => {
    const known = starts.get(path) ?? lineStarts(textOf(path) ?? '');
    starts.set(path, known);
    return { start: positionIn(known, from), end: positionIn(known, to) };
  };
}

/** Offsets at which lines start, and after the last of them the length of the text. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return [...starts, text.length];
}

function positionIn(starts: readonly number[], offset: number): Position {
  const length = starts.at(-1) ?? 0;
  const at = Math.min(offset, length);
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
}

/** The text of sources that are at hand. */
export function textsOf(sources: Iterable<{ readonly path: string; readonly text: string }>): TextOf {
  const texts = new Map([...sources].map(({ path, text }) => [path, text]));
  return (path) => texts.get(path);
}
