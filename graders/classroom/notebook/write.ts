import type { Json, JsonObject } from '../../core/json.ts';

/** A cell to be written. */
export interface NewCell {
  /** 1 to 64 letters, digits, `-` and `_`. */
  readonly id: string;
  readonly kind: 'markdown';
  readonly text: string;
  readonly metadata: JsonObject;
}

/**
 * A notebook of nbformat 4.5, as Jupyter itself lays it out: keys in order, one blank of indentation, a text as the list of its
 * lines. The same cells give the same bytes.
 * @see https://nbformat.readthedocs.io/en/latest/format_description.html
 */
export function notebookText(cells: readonly NewCell[], metadata: JsonObject): string {
  const root = { cells: cells.map((cell) => cellJson(cell, true)), metadata, nbformat: 4, nbformat_minor: 5 };
  return `${JSON.stringify(sortedKeys(root), undefined, 1)}\n`;
}

/** @param withId formats before 4.5 know no ids, and refuse them */
export function cellJson({ id, kind, text, metadata }: NewCell, withId: boolean): JsonObject {
  return { cell_type: kind, ...(withId && { id }), metadata, source: linesOf(text) };
}

/** The lines of a text, each with its end. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function sortedKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sortedKeys(part)]));
}
