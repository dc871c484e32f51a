import type { Finding } from '../../core/finding.ts';
import type { Source } from '../../core/source.ts';
import type { Literal } from './literal.ts';

export function readLiteral(source: Source): { literal: Literal; findings: readonly Finding[] } {
  return { literal: { source, value: null, at: () => ({ path: source.path, from: 0, to: 0 }) }, findings: [] };
}
