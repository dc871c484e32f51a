import type { HttpMatch, HttpRoute } from '../../../model/mesh/http-route.ts';
import type { VirtualService } from '../../../model/mesh/virtual-service.ts';
import { refusalsOf } from '../validate/validate.ts';
import { isVisible } from '../visibility.ts';
import { compatible, mergedRoute } from './delegate.ts';

/** A route as a proxy gets it: delegates opened. */
export interface ProxyRoute {
  readonly owner: VirtualService;
  readonly route: HttpRoute;
  /** Number of the rule in the root VirtualService, from 1. */
  readonly number: number;
  /** Each alternative is a conjunction: its own `match` item, and the one of the root that delegated. Empty: anything. */
  readonly alternatives: readonly (readonly HttpMatch[])[];
}

/** The `http` routes of a VirtualService in order, each `delegate` replaced by the routes it stands for. */
export function proxyRoutes(owner: VirtualService, all: readonly VirtualService[]): readonly ProxyRoute[] {
  return owner.http.flatMap((route, index) => {
    const number = index + 1;
    if (!route.delegate) return [{ owner, route, number, alternatives: route.matches.map((match) => [match]) }];
    const target = delegateOf(route.delegate, owner, all);
    return target ? delegated(route, target, number) : [];
  });
}

/** Only a VirtualService without hosts can be delegated to. */
function delegateOf(to: { name: string; namespace: string }, from: VirtualService, all: readonly VirtualService[]) {
  return all.find(
    ({ resource, namespace, hosts, exportTo }) =>
      resource.name === to.name &&
      namespace === to.namespace &&
      hosts.length === 0 &&
      refusalsOf(resource).length === 0 &&
      isVisible(exportTo, namespace, from.namespace),
  );
}

/** One level only: a delegate of a delegate is left out. */
function delegated(root: HttpRoute, owner: VirtualService, number: number): ProxyRoute[] {
  return owner.http
    .filter((leaf) => !leaf.delegate)
    .flatMap((leaf) => {
      const alternatives = conjunctions(root.matches, leaf.matches);
      return alternatives ? [{ owner, route: mergedRoute(root, leaf), number, alternatives }] : [];
    });
}

/** Undefined when every pair of conditions contradicts itself: the route then does not exist. */
function conjunctions(root: readonly HttpMatch[], leaf: readonly HttpMatch[]): (readonly HttpMatch[])[] | undefined {
  if (root.length === 0) return leaf.map((match) => [match]);
  if (leaf.length === 0) return root.map((match) => [match]);
  const pairs = root.flatMap((outer) =>
    leaf.filter((inner) => compatible(outer, inner)).map((inner) => [outer, inner]),
  );
  return pairs.length > 0 ? pairs : undefined;
}
