import type { SyntaxNode, Tree } from '@lezer/common';
import { readNumber } from './numbers.ts';
import type { Clause } from './spelling.ts';

/** Seconds that the `offset` behind a selector says. */
export function offsetBehind(node: SyntaxNode, query: string): number {
  const [, duration] = /^\s*offset\s+([-+]?\d\w*)/i.exec(query.slice(node.to)) ?? [];
  return duration === undefined ? 0 : (readNumber(duration) ?? Number.NaN);
}

/** The first `offset` that is not right behind a selector or its window, or not the first there. */
export function misplacedOffset(tree: Tree, query: string, clauses: readonly Clause[]): Clause | undefined {
  const places = clauses.map(({ from }) => query.slice(0, from).trimEnd().length);
  return clauses.find((_, index) => {
    const place = places[index] ?? 0;
    return !endsSelector(tree, place) || places.indexOf(place) !== index;
  });
}

function endsSelector(tree: Tree, place: number): boolean {
  for (let at: SyntaxNode | null = tree.resolveInner(place, -1); at?.to === place; at = at.parent) {
    if (at.name === 'MatrixSelector') return true;
    if (at.name === 'VectorSelector') return at.parent?.name !== 'MatrixSelector';
  }
  return false;
}
