import type { L4Route } from '../../../model/mesh/virtual-service.ts';

/** A rule of `tls` or `tcp`, or one of its conditions, that no connection ever reaches; rules count from 1. */
export interface UnreachableConnection {
  readonly route: L4Route;
  readonly number: number;
  /** The condition, when the rule has others. */
  readonly match: number | undefined;
  /** The rule that takes all of it before. */
  readonly taken: number;
}

/**
 * What a rule without conditions before it, or the same condition, takes away from a rule.
 * @see https://istio.io/latest/docs/reference/config/analysis/ist0130/
 */
export function unreachableConnections(routes: readonly L4Route[]): readonly UnreachableConnection[] {
  const found: UnreachableConnection[] = [];
  const seen = new Map<string, number>();
  let open: number | undefined;
  for (const [index, route] of routes.entries()) {
    const number = index + 1;
    const keys = route.matches.map(({ node }) => conditionOf(node));
    const takers = keys.map((key) => {
      const taken = open ?? seen.get(key);
      if (taken === undefined) seen.set(key, number);
      return taken;
    });
    const [taken] = takers;
    if (keys.length === 0) {
      if (open !== undefined) found.push({ route, number, match: undefined, taken: open });
    } else if (taken !== undefined && takers.every((one) => one !== undefined))
      found.push({ route, number, match: undefined, taken });
    else {
      for (const [match, one] of takers.entries()) {
        if (one !== undefined) found.push({ route, number, match, taken: one });
      }
    }
    if (keys.length === 0) open ??= number;
  }
  return found;
}

/** A condition without regard to the order of its fields. */
function conditionOf(node: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(node).sort(([a], [b]) => (a < b ? -1 : 1)));
}
