import type { Source } from '../../core/source.ts';
import type { Span } from '../../core/span.ts';
import { interpolated } from '../../lab/telemetry/index.ts';
import type { Written } from './judge.ts';

/** A query of a typed answer. Pieces are placed where the literal holds the query as it is, without escapes. */
export function writtenAt({ text }: Source, at: Span, query: string): Written {
  const literal = text.slice(at.from, at.to).slice(1, -1) === query;
  return {
    query,
    asked: interpolated(query),
    at,
    within: (from, to) =>
      literal ? { path: at.path, from: at.from + 1 + from, to: Math.min(at.to - 1, at.from + 1 + to) } : at,
  };
}
