import type { Source } from '../../core/source.ts';
import { rangeOf, type Span } from '../../core/span.ts';
import type { Lang, Text } from '../../core/text.ts';

/** What keeps an exercise from being published, where it is, in words for its author. */
export interface Problem {
  readonly path: string;
  readonly line?: number;
  readonly words: string;
  /** The same in Spanish. */
  readonly es?: string;
  /** Nothing is wrong: its author has not written it yet. */
  readonly left?: true;
}

/** What is said of a problem: in both languages, but for figures about the engine, which only its own authors read. */
export type Said = string | Text;

export function problem(path: string, words: Said): Problem {
  return { path, ...saying(words) };
}

export function problemAt(source: Source, at: Span | undefined, words: Said): Problem {
  const { path, text } = source;
  return at ? { path, line: rangeOf(text, at).start.line, ...saying(words) } : { path, ...saying(words) };
}

function saying(words: Said): Pick<Problem, 'words' | 'es'> {
  return typeof words === 'string' ? { words } : { words: words.en, es: words.es };
}

/** `solutions/04-pod/respuesta.yaml:3: …`, in English. */
export const sayProblem = (one: Problem): string => sayProblemIn('en', one);

export function sayProblemIn(lang: Lang, { path, line, words, es = words }: Problem): string {
  return `${path}${line === undefined ? '' : `:${line}`}: ${lang === 'es' ? es : words}`;
}
