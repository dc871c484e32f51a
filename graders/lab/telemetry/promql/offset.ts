import type { SyntaxNode, Tree } from '@lezer/common';
import { readNumber } from './numbers.ts';
import type { Clause } from './spelling.ts';

const clause = /^\s*offset\s+([-+]?\d\w*)/i;

/** Seconds that the `offset` behind a selector says. */
export function offsetBehind(node: SyntaxNode, query: string): number {
  return secondsOf(query.slice(node.to)) ?? 0;
}

function secondsOf(text: string): number | undefined {
  const [, duration] = clause.exec(text) ?? [];
  return duration === undefined ? undefined : readNumber(duration);
}

/** The first `offset` without a duration, not right behind a selector or its window, or not the first there. */
export function misplacedOffset(tree: Tree, query: string, clauses: readonly Clause[]): Clause | undefined {
  const places = clauses.map(({ from }) => query.slice(0, from).trimEnd().length);
  return clauses.find(({ from, to }, index) => {
    const place = places[index] ?? 0;
    const readable = secondsOf(query.slice(from, to)) !== undefined;
    return !readable || !endsSelector(tree, place) || places.indexOf(place) !== index;
  });
}

function endsSelector(tree: Tree, place: number): boolean {
  for (let at: SyntaxNode | null = tree.resolveInner(place, -1); at?.to === place; at = at.parent) {
    if (at.name === 'MatrixSelector') return true;
    if (at.name === 'VectorSelector') return at.parent?.name !== 'MatrixSelector';
  }
  return false;
}
