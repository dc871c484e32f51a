import type { Text } from '../../core/text.ts';

/** Values of parameters, by id. */
export type Values = ReadonlyMap<string, number | string>;

/** A text with places for parameters, or why it is none. */
export type Template =
  | { readonly problem: Text }
  | {
      /** Ids that it names. */
      readonly names: readonly string[];
      /** @returns undefined where a value does not fit: no whole number, no word for it */
      readonly write: (values: Values) => string | undefined;
    };

type Part = (values: Values) => string | undefined;

const hole = /\{\{([^{}]*)\}\}/g;

/**
 * Reads `weight: {{100 - peso}}`: what stands between the braces is a parameter, or whole numbers and parameters with `+`, `-`, `*` and
 * `/`, and after a colon the language whose word for the number is written.
 */
export function readTemplate(text: string): Template {
  const parts: Part[] = [];
  const names = new Set<string>();
  let next = 0;
  for (const found of text.matchAll(hole)) {
    const before = text.slice(next, found.index);
    const [, inside = '', lang] = /^([^:]*?)(?::\s*(\w+))?\s*$/.exec(found[1] ?? '') ?? [];
    const words = lang === undefined ? undefined : numberWords.get(lang);
    if (lang !== undefined && !words) {
      const es = `no hay palabras para los números en «${lang}»: es, en`;
      return { problem: { es, en: `there are no number words in «${lang}»: es, en` } };
    }
    const expression = readSum(inside);
    if (!expression) return { problem: { es: `no se entiende «${found[0]}»`, en: `cannot read «${found[0]}»` } };
    for (const name of expression.names) names.add(name);
    parts.push(() => before, written(expression.value, words));
    next = found.index + found[0].length;
  }
  if (names.size === 0) return { problem: { es: 'no nombra ningún parámetro', en: 'names no parameter' } };
  parts.push(() => text.slice(next));
  const write = (values: Values): string | undefined => {
    const all = parts.map((part) => part(values));
    return all.every((one) => one !== undefined) ? all.join('') : undefined;
  };
  return { names: [...names], write };
}

function written(value: Expression['value'], words: readonly string[] | undefined): Part {
  return (values) => {
    const found = value(values);
    if (typeof found === 'string') return words ? undefined : found;
    if (found === undefined || !Number.isSafeInteger(found)) return undefined;
    return words ? words[found] : String(found);
  };
}

interface Expression {
  readonly names: readonly string[];
  readonly value: (values: Values) => number | string | undefined;
}

/** Products and quotients bind closer; equals are taken from the left. */
function readSum(text: string): Expression | undefined {
  const read = readChain(text, /^\s*([+-])/, (rest) => readChain(rest, /^\s*([*/])/, readFactor));
  return read?.rest.trim() === '' ? read : undefined;
}

type Read = Expression & { readonly rest: string };

function readChain(text: string, operator: RegExp, part: (text: string) => Read | undefined): Read | undefined {
  let read = part(text);
  for (;;) {
    const [all, sign] = (read && operator.exec(read.rest)) ?? [];
    if (!read || all === undefined || sign === undefined) return read;
    const left: Read = read;
    const right = part(left.rest.slice(all.length));
    if (!right) return undefined;
    read = {
      names: [...left.names, ...right.names],
      rest: right.rest,
      value: (values) => worked(sign, left.value(values), right.value(values)),
    };
  }
}

function readFactor(text: string): Read | undefined {
  const [all, number, name] = /^\s*(?:(\d{1,9})|([a-z][a-z0-9]*))/.exec(text) ?? [];
  if (all === undefined) return undefined;
  const rest = text.slice(all.length);
  if (name !== undefined) return { names: [name], rest, value: (values) => values.get(name) };
  return { names: [], rest, value: () => Number(number) };
}

function worked(sign: string, a: number | string | undefined, b: number | string | undefined): number | undefined {
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  if (sign === '+') return a + b;
  if (sign === '-') return a - b;
  return sign === '*' ? a * b : a / b;
}

/** From 0, as they stand before a noun that is neither one nor feminine. */
const numberWords: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'es',
    'cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte'.split(
      ' ',
    ),
  ],
  [
    'en',
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
      ' ',
    ),
  ],
]);
