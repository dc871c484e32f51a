import type { Span } from '../../core/span.ts';
import type { Written } from './written.ts';

/** A string of an exec form. `at` covers its quotes. */
export interface JsonWord {
  readonly value: string;
  readonly at: Span;
}

export type JsonArray =
  | { readonly kind: 'strings'; readonly words: readonly JsonWord[] }
  /** A JSON array with something else than strings in it, which Docker refuses. */
  | { readonly kind: 'not-strings'; readonly at: Span }
  /** Not JSON: Docker reads it as a shell command. */
  | { readonly kind: 'no' };

/** Reads the arguments of an instruction as a JSON array of strings, the exec form. */
export function readJsonArray(args: Written): JsonArray {
  if (!args.text.startsWith('[')) return { kind: 'no' };
  const values = parse(args.text);
  if (values === undefined) return { kind: 'no' };
  const odd = values.some((value) => typeof value !== 'string');
  if (odd) return { kind: 'not-strings', at: args.span() };
  const places = [...args.text.matchAll(/"(?:[^"\\]|\\.)*"/g)];
  return {
    kind: 'strings',
    words: values.map((value, index) => {
      const place = places[index];
      const at = place ? args.span(place.index, place.index + place[0].length) : args.span();
      return { value: String(value), at };
    }),
  };
}

function parse(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
