import type { CST } from 'yaml';
import { type Finding, finding } from '../../core/finding.ts';
import type { Source } from '../../core/source.ts';
import { tooDeep } from './findings.ts';

export const maxDepth = 100;

/** The finding for the first block, list or bracket that is nested deeper than is read; counted, so the same everywhere. */
export function tooDeepIn(tokens: readonly CST.Token[], { path }: Source): Finding | undefined {
  let first: number | undefined;
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let one = open.pop(); one; one = open.pop()) {
    const { token, depth } = one;
    if (depth >= maxDepth && isContainer(token)) {
      first = Math.min(first ?? token.offset, token.offset);
      continue;
    }
    for (const inner of innerTokens(token))
      open.push({ token: inner, depth: token.type === 'document' ? 0 : depth + 1 });
  }
  return first === undefined
    ? undefined
    : finding(tooDeep, 'nesting', { path, from: first, to: first + 1 }, { limit: maxDepth });
}

const isContainer = ({ type }: CST.Token): boolean =>
  type === 'block-map' || type === 'block-seq' || type === 'flow-collection';

function innerTokens(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((inner) => inner !== undefined && inner !== null));
}
