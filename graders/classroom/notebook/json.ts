import { type Fields, isFields } from '../../core/fields.ts';
import { filled } from '../../core/messages.ts';
import type { Text } from '../../core/text.ts';

/** Most characters of a notebook. Pictures in its outputs count too: a course's notebook with some hundred of them is below. */
export const mostCharacters = 48 * 1024 * 1024;

/** Most lists and objects in it: they take memory, however few characters they are. */
const mostBrackets = 1_000_000;

/** The JSON of a notebook, or why it is none, in one sentence. */
export type NotebookJson = { readonly root: Fields } | { readonly problem: Text };

/**
 * Reads the JSON of a notebook. Python writes `NaN` and `Infinity` into outputs, which JSON does not know: they are read as
 * null, since nothing of an output is looked at.
 */
export function readJson(text: string): NotebookJson {
  if (text.length > mostCharacters) return { problem: tooLarge };
  const bare = text.replace(/^\uFEFF/, '');
  if (bare.trim() === '') return { problem: empty };
  const conflict = lineOf(bare, /^(?:<{7}|>{7}) /m);
  if (conflict !== undefined) return { problem: filled(conflicted, { line: conflict }) };
  if (brackets(bare) > mostBrackets) return { problem: tooMuch };
  const value = parsed(bare) ?? parsed(withoutPythonNumbers(bare));
  if (value === undefined) return { problem: notJson };
  return isFields(value.json) ? { root: value.json } : { problem: notANotebook };
}

function parsed(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** How many lists and objects begin in a text, those in quotes left out. */
function brackets(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === quote) at = endOfString(text, at);
    else if (character === openList || character === openObject) count++;
  }
  return count;
}

const [quote, backslash, openList, openObject] = [0x22, 0x5c, 0x5b, 0x7b];

/** Where the quotes that open at a place close; the end of the text where they do not. */
export function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === backslash) at++;
    else if (character === quote) return at;
  }
  return text.length;
}

/** @see https://docs.python.org/3/library/json.html#infinite-and-nan-number-values */
function withoutPythonNumbers(text: string): string {
  return text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:NaN|Infinity)\b/g, (token) =>
    token.startsWith('"') ? token : 'null',
  );
}

function lineOf(text: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(text);
  return found ? text.slice(0, found.index).split('\n').length : undefined;
}

const tooLarge: Text = {
  es: 'El cuaderno ocupa más de 48 MB. Borra sus salidas («Clear all outputs» en Jupyter), guárdalo y repite el comando.',
  en: 'The notebook takes more than 48 MB. Clear its outputs ("Clear all outputs" in Jupyter), save it and repeat the command.',
};
const tooMuch: Text = {
  es: 'El cuaderno tiene más de un millón de listas y objetos, casi seguro en sus salidas. Bórralas («Clear all outputs» en Jupyter), guárdalo y repite el comando.',
  en: 'The notebook has more than a million lists and objects, most likely in its outputs. Clear them ("Clear all outputs" in Jupyter), save it and repeat the command.',
};
const empty: Text = { es: 'El fichero está vacío.', en: 'The file is empty.' };
const conflicted: Text = {
  es: 'El cuaderno tiene marcas de un conflicto de git en la línea {line} (`<<<<<<<` o `>>>>>>>`). Resuélvelo antes, con `git mergetool` o con `nbdime`.',
  en: 'The notebook has the marks of a git conflict on line {line} (`<<<<<<<` or `>>>>>>>`). Resolve it first, with `git mergetool` or `nbdime`.',
};
const notJson: Text = {
  es: 'No es un cuaderno de Jupyter: su contenido no es JSON, o se cortó al copiarlo. Ábrelo en Jupyter y guárdalo otra vez.',
  en: 'It is no Jupyter notebook: what it holds is not JSON, or it was cut when copied. Open it in Jupyter and save it again.',
};
export const notANotebook: Text = {
  es: 'Es JSON, pero no un cuaderno de Jupyter: no tiene la lista `cells`.',
  en: 'It is JSON and no Jupyter notebook: it has no list of `cells`.',
};
