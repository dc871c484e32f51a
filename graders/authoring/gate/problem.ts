import type { Source } from '../../core/source.ts';
import { rangeOf, type Span } from '../../core/span.ts';

/** What keeps an exercise from being published, where it is, in words for its author. */
export interface Problem {
  readonly path: string;
  readonly line?: number;
  readonly words: string;
}

export function problem(path: string, words: string): Problem {
  return { path, words };
}

export function problemAt(source: Source, at: Span | undefined, words: string): Problem {
  return at ? { path: source.path, line: rangeOf(source.text, at).start.line, words } : { path: source.path, words };
}

export function sayProblem({ path, line, words }: Problem): string {
  return `${path}${line === undefined ? '' : `:${line}`}: ${words}`;
}
