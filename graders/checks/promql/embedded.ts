import type { Source } from '../../core/source.ts';
import type { Span } from '../../core/span.ts';

/**
 * The place in a file of a piece of a text that a block scalar (`|`) or a plain or single-quoted one holds.
 * @param at place of the scalar
 * @param from offset in the text, as `to`
 * @returns the place of the scalar where its lines do not stand in the file as they are
 */
export function placeInText({ text: file }: Source, at: Span, written: string, from: number, to: number): Span {
  if (file[at.from] !== '|') {
    const start = file.slice(at.from, at.to).indexOf(written);
    return start === -1 ? at : { ...at, from: at.from + start + from, to: at.from + start + to };
  }
  const before = written.slice(0, from).split('\n');
  const line = written.split('\n')[before.length - 1] ?? '';
  let start = at.from;
  for (let skipped = 0; skipped < before.length; skipped++) start = file.indexOf('\n', start) + 1;
  const end = file.indexOf('\n', start);
  const shown = file.slice(start, end === -1 ? file.length : end).replace(/\r$/, '');
  if (start === 0 || !shown.endsWith(line)) return at;
  const column = shown.length - line.length + (before.at(-1)?.length ?? 0);
  return { ...at, from: start + column, to: start + Math.min(shown.length, column + Math.max(1, to - from)) };
}
