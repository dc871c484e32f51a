import { type Finding, finding } from '../../core/finding.ts';
import type { Source } from '../../core/source.ts';
import { tooDeep } from './findings.ts';

export const maxDepth = 100;

/**
 * The finding for a file that nests deeper than the parser's stack.
 * @param fallback where the parser gave up, for nesting without brackets
 */
export function tooDeepAt({ path, text }: Source, fallback: number): Finding {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[{\]}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > maxDepth) return finding(tooDeep, 'nesting', { path, from: index, to: index + 1 }, { limit: maxDepth });
  }
  return finding(tooDeep, 'nesting', { path, from: fallback, to: fallback + 1 }, { limit: maxDepth });
}
