import { type Found, findLines, indented, linesOf } from './lines.ts';

/** Lines of a text and those in their place. */
export interface LineEdit {
  readonly find: string;
  readonly replace: string;
}

/** Why an edit cannot be made. */
export type EditProblem =
  | { readonly edit: number; readonly problem: 'absent' | 'repeated'; readonly lines: readonly number[] }
  | { readonly edit: number; readonly problem: 'overlaps' | 'nothing' };

export interface Edited {
  readonly text: string;
  /** Numbers of the lines that were written, from 1. */
  readonly written: readonly number[];
}

/**
 * A text with some of its lines replaced. All edits are looked for in the text as it was, so that their order does not matter.
 */
export function editLines(text: string, edits: readonly LineEdit[]): Edited | EditProblem {
  const lines = text.split('\n');
  const places: (Found & { readonly edit: number; readonly replace: readonly string[] })[] = [];
  for (const [edit, { find, replace }] of edits.entries()) {
    if (linesOf(find).join('\n') === linesOf(replace).join('\n')) return { edit, problem: 'nothing' };
    const found = findLines(lines, linesOf(find));
    const [place] = found;
    if (!place || found.length > 1) {
      return { edit, problem: place ? 'repeated' : 'absent', lines: found.map(({ from }) => from + 1) };
    }
    if (places.some(({ from, count }) => place.from < from + count && from < place.from + place.count)) {
      return { edit, problem: 'overlaps' };
    }
    places.push({ ...place, edit, replace: linesOf(replace) });
  }
  return replaced(lines, places);
}

function replaced(
  lines: readonly string[],
  places: readonly (Found & { readonly replace: readonly string[] })[],
): Edited {
  const out: string[] = [];
  const written: number[] = [];
  let next = 0;
  for (const { from, count, indent, replace } of places.toSorted((a, b) => a.from - b.from)) {
    out.push(...lines.slice(next, from));
    for (const line of replace) {
      out.push(indented(line, indent));
      written.push(out.length);
    }
    next = from + count;
  }
  return { text: [...out, ...lines.slice(next)].join('\n'), written };
}
