import { type Expression, QueryRefused } from './expression.ts';
import { readQuery } from './read.ts';

/** Seconds of the shortest range a query looks at; infinite when it looks at none or cannot be read. */
export function shortestWindow(query: string): number {
  try {
    return shortest(readQuery(query));
  } catch (thrown) {
    if (thrown instanceof QueryRefused) return Number.POSITIVE_INFINITY;
    throw thrown;
  }
}

function shortest(expression: Expression): number {
  switch (expression.kind) {
    case 'range':
      return expression.seconds;
    case 'call':
    case 'aggregate':
      return Math.min(...expression.args.map(shortest));
    case 'negative':
      return shortest(expression.of);
    case 'binary':
      return Math.min(shortest(expression.left), shortest(expression.right));
    default:
      return Number.POSITIVE_INFINITY;
  }
}
