/** Where a value goes: names of maps and places in lists. */
export type Path = readonly (string | number)[];

/** One assignment of `--set`, its value as it is written. */
export interface Assignment {
  readonly path: Path;
  readonly value: string | readonly string[];
}

const most = { depth: 30, index: 65_536, assignments: 1000 };

/**
 * The assignments of `--set a.b=1,c[0]={x,y}`. A backslash takes the sense away from the sign behind it.
 * @returns the words of a refusal otherwise
 * @see https://github.com/helm/helm/blob/main/pkg/strvals/parser.go
 */
export function assignmentsOf(text: string): readonly Assignment[] | string {
  const reader = new Reader(text);
  const found: Assignment[] = [];
  while (!reader.atEnd) {
    const path = reader.path();
    if (typeof path === 'string') return path;
    if (path.length === 0) break;
    const value = reader.value();
    if (value === undefined) return "list must terminate with '}'";
    found.push({ path, value });
    if (found.length > most.assignments) return `more than ${most.assignments} values in one flag`;
  }
  return found;
}

class Reader {
  private at = 0;
  private readonly signs: readonly string[];

  constructor(text: string) {
    this.signs = [...text];
  }

  get atEnd(): boolean {
    return this.at >= this.signs.length;
  }

  /** What stands before the first of some signs, which is read as well. */
  private until(stops: string): { readonly text: string; readonly stop: string | undefined } {
    let text = '';
    while (!this.atEnd) {
      const sign = this.signs[this.at++] ?? '';
      if (stops.includes(sign)) return { text, stop: sign };
      if (sign !== '\\') text += sign;
      else if (!this.atEnd) text += this.signs[this.at++] ?? '';
    }
    return { text, stop: undefined };
  }

  /** The path before a `=`; an empty one where nothing is left. */
  path(): Path | string {
    const path: (string | number)[] = [];
    let depth = 0;
    for (;;) {
      const isAfterIndex = typeof path.at(-1) === 'number';
      const { text, stop } = this.until(isAfterIndex ? '[.=' : '=[,.');
      if (isAfterIndex && text !== '') return `unexpected data at end of array index: ${JSON.stringify(text)}`;
      if (stop === undefined) return text === '' ? [] : `key ${JSON.stringify(text)} has no value`;
      if (stop === ',') return `key ${JSON.stringify(text)} has no value (cannot end with ,)`;
      if (!isAfterIndex) path.push(text);
      if (stop === '=') return path;
      if (stop === '.') {
        if (++depth > most.depth)
          return `value name nested level is greater than maximum supported nested level of ${most.depth}`;
        if (isAfterIndex) {
          const inner = this.path();
          return typeof inner === 'string' ? inner : [...path, ...inner];
        }
        continue;
      }
      const index = this.until(']').text;
      if (!/^[-+]?\d+$/.test(index))
        return `error parsing index: strconv.Atoi: parsing ${JSON.stringify(index)}: invalid syntax`;
      if (Number(index) < 0) return `negative ${Number(index)} index not allowed`;
      if (Number(index) > most.index)
        return `index of ${Number(index)} is greater than maximum supported index of ${most.index}`;
      path.push(Number(index));
    }
  }

  /** A value or a list in braces; undefined for a list that does not end. */
  value(): string | readonly string[] | undefined {
    if (this.signs[this.at] !== '{') return this.until(',').text;
    this.at++;
    const items: string[] = [];
    for (;;) {
      const { text, stop } = this.until(',}');
      if (stop === undefined) return undefined;
      items.push(text);
      if (stop === ',') continue;
      if (this.signs[this.at] === ',') this.at++;
      return items;
    }
  }
}

/** A value of `--set` with the type it has: `true`, `null`, a whole number; anything else is a text, `0.5` and `007` too. */
export function typed(text: string): unknown {
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  if (/^null$/i.test(text)) return null;
  if (/^(?:0|[-+]?[1-9]\d{0,14})$/.test(text)) return Number(text);
  return text;
}
