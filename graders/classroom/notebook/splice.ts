import { endOfString } from './json.ts';

/** Where something stands in a text: from its first character to behind its last one. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** A list or an object of JSON that is open at some place. */
interface Open {
  /** How it is reached from the one around it: a key, or nothing in a list. */
  readonly name: string;
  readonly isList: boolean;
  /** The key whose value comes next. */
  key: string;
}

/**
 * Where the cells of a notebook stand in its text, so that others can be put between them and not a byte changes of what was
 * there: numbers of outputs do not survive being read and written again.
 * @param text that is known to be JSON
 */
export function cellPlaces(text: string): readonly Place[] {
  const places: Place[] = [];
  const open: Open[] = [];
  let isKey = false;
  let from = -1;
  const inCells = () => isCells(open);
  const begin = (at: number) => {
    if (from < 0 && inCells()) from = at;
  };
  const end = (at: number) => {
    if (from >= 0 && inCells()) {
      places.push({ from, to: at });
      from = -1;
    }
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    const around = open.at(-1);
    if (character === '"') {
      const close = endOfString(text, at);
      begin(at);
      if (isKey && around) around.key = text.slice(at + 1, close);
      at = close;
      if (!isKey) end(at + 1);
    } else if (character === '{' || character === '[') {
      begin(at);
      open.push({ name: around && !around.isList ? around.key : '', isList: character === '[', key: '' });
      isKey = character === '{';
    } else if (character === '}' || character === ']') {
      open.pop();
      isKey = false;
      end(at + 1);
    } else if (character === ',') isKey = around?.isList === false;
    else if (character === ':') isKey = false;
    else if (/[-\w.+]/.test(character ?? '')) {
      begin(at);
      while (/[-\w.+]/.test(text[at + 1] ?? '')) at++;
      end(at + 1);
    }
  }
  return places;
}

/** The list at `cells`, or at `worksheets[…].cells` of older formats. */
function isCells(open: readonly Open[]): boolean {
  const [, first, sheet, cells] = open;
  if (open.length === 2) return first?.isList === true && first.name === 'cells';
  return (
    open.length === 4 &&
    first?.name === 'worksheets' &&
    sheet?.isList === false &&
    cells?.isList === true &&
    cells.name === 'cells'
  );
}

/** A text without some of its cells, and without the commas that separated them. */
export function withoutCells(text: string, places: readonly Place[], removed: ReadonlySet<number>): string {
  let out = '';
  let at = 0;
  for (let index = 0; index < places.length; index++) {
    if (!removed.has(index)) continue;
    const first = index;
    while (removed.has(index + 1) && isNext(text, places[index], places[index + 1])) index++;
    const { from, to } = cutOf(text, places, first, index);
    out += text.slice(at, from);
    at = to;
  }
  return out + text.slice(at);
}

/** From the first to the last of some cells in a row, with the comma before them, or the one behind them. */
function cutOf(text: string, places: readonly Place[], first: number, last: number): Place {
  const [before, start, end, after] = [places[first - 1], places[first], places[last], places[last + 1]];
  const [from, to] = [start?.from ?? 0, end?.to ?? 0];
  if (before && isNext(text, before, start)) return { from: before.to, to };
  return { from, to: after && isNext(text, end, after) ? after.from : to };
}

/** Only a comma stands between two cells of the same list. */
const isNext = (text: string, one: Place | undefined, next: Place | undefined): boolean =>
  one !== undefined && next !== undefined && text.slice(one.to, next.from).trim() === ',';

/** Something to be put into a list of cells. */
export interface Insertion {
  /** Index of the cell it comes behind; -1 for before the first one. */
  readonly behind: number;
  readonly json: unknown;
}

/** A text with more cells, laid out like those around them. */
export function withCells(text: string, places: readonly Place[], insertions: readonly Insertion[]): string {
  let out = '';
  let at = 0;
  for (const { behind, json } of [...insertions].sort((a, b) => a.behind - b.behind)) {
    const near = places[Math.max(0, behind)];
    if (!near) continue;
    const lead = /[\n\r][ \t]*$/.exec(text.slice(Math.max(0, near.from - 200), near.from))?.[0] ?? '';
    const cell = lead === '' ? JSON.stringify(json) : JSON.stringify(json, undefined, 1).replaceAll('\n', lead);
    const place = behind < 0 ? near.from : near.to;
    out += text.slice(at, place) + (behind < 0 ? `${cell},${lead}` : `,${lead}${cell}`);
    at = place;
  }
  return out + text.slice(at);
}
