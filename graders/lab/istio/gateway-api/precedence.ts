import { type StringMatch, segmentsOf } from '../../../model/mesh/string-match.ts';
import type { ProxyRoute } from '../route/routes.ts';

/**
 * The rules of all the HTTPRoutes and GRPCRoutes of a host in the order of the Gateway API: the most specific path first (exact, then
 * the longest prefix, then regular expressions, which the specification leaves open), then those that ask for a method,
 * then the most headers, then the most parameters; what is alike stays in the order of age and writing. Every alternative
 * of `matches` takes its own place.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule
 */
export function byPrecedence(routes: readonly ProxyRoute[]): readonly ProxyRoute[] {
  return routes
    .flatMap((route) =>
      route.alternatives.length === 0 ? [route] : route.alternatives.map((one) => ({ ...route, alternatives: [one] })),
    )
    .map((route, index) => ({ route, index, rank: rankOf(route) }))
    .sort((a, b) => compare(a.rank, b.rank) || a.index - b.index)
    .map(({ route }) => route);
}

/** A rule of an HTTPRoute without a path is for `/`, which is a prefix; one of a GRPCRoute has none, and comes after all that do. */
function rankOf({ owner, alternatives }: ProxyRoute): readonly number[] {
  const isGrpc = owner.resource.kind === 'GRPCRoute';
  const match = alternatives[0]?.at(-1);
  if (!match) return isGrpc ? [-2] : [1, 1, 0, 0, 0];
  const { uri, method, headers, queryParams } = match;
  const kind = uri?.how === 'exact' ? 2 : uri?.how === 'regex' ? 0 : uri || !isGrpc ? 1 : -1;
  const length = uri ? lengthOf(uri, isGrpc) : isGrpc ? 0 : 1;
  return [kind, length, method ? 1 : 0, headers.length, queryParams.length];
}

/** The slash at the end of a prefix counts only where it was not written by hand. */
const lengthOf = ({ how, value }: StringMatch, isGrpc: boolean): number =>
  (how === 'segments' && !isGrpc ? segmentsOf(value) : value).length;

/** Larger numbers first. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = (b[index] ?? 0) - value;
    if (difference !== 0) return difference;
  }
  return 0;
}
