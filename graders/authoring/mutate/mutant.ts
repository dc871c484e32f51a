import type { Source } from '../../core/source.ts';
import type { Span } from '../../core/span.ts';

/** One small change to a reference answer that should not go unnoticed. */
export interface Mutant {
  /** What kind of change: `drop-label`, `swap-weights`, `flip-verdict`, … */
  readonly mutator: string;
  /** What was changed, so that it survives edits elsewhere: `Service/web.spec.ports.0.port`, `RUN 2`, `juicios.a`. */
  readonly at: string;
  readonly span: Span;
  readonly before: string;
  readonly after: string;
  /** The whole answer with the change made. */
  readonly source: Source;
}

/** A change before it is made. */
export interface Edit {
  readonly mutator: string;
  readonly at: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export function mutant(source: Source, { mutator, at, from, to, text }: Edit): Mutant {
  return {
    mutator,
    at,
    span: { path: source.path, from, to },
    before: source.text.slice(from, to),
    after: text,
    source: { path: source.path, text: source.text.slice(0, from) + text + source.text.slice(to) },
  };
}

/** One mutant per resulting text: two mutators may have the same idea. */
export function distinct(mutants: readonly Mutant[], original: Source): readonly Mutant[] {
  const seen = new Set([original.text]);
  return mutants.filter(({ source: { text } }) => !seen.has(text) && seen.add(text));
}
