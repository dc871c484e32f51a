import { memo, remembered } from '../../../core/memo.ts';
import { re2 } from '../../../core/re2/re2.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import type { Fields } from '../../../model/mesh/fields.ts';
import { anyMatch, readApiRoute } from '../../../model/mesh/gateway-api.ts';
import type { HttpMatch } from '../../../model/mesh/http-route.ts';
import type { StringMatch } from '../../../model/mesh/string-match.ts';
import { callLength, grpcKind } from './grpc.ts';
import { headerOf, parametersOf, type RouteRequest } from './request.ts';

/** The rule that takes a request. */
export interface Taken {
  readonly route: Resource;
  readonly rule: Fields;
  /** From 1. */
  readonly number: number;
  /** How much of the path a prefix has matched; absent where the path was matched in another way. */
  readonly prefix?: number;
}

/** An HTTPRoute or a GRPCRoute, whatever it is attached to: where its backends lead is none of the matching's business. */
export const readRoute = memo((route: Resource) => readApiRoute(route, () => ''));

/** How specific a match is; the first number that differs decides, and the larger one wins. */
type Rank = readonly number[];

/**
 * The rule that takes a request: of the routes for its host, an exact name before a wildcard and that before none, then the longest
 * path whatever its kind (a regular expression is as long as what it matched), then one that asks for a method, the most headers, the
 * most parameters. Of those that are alike the first one counts.
 * @param routes in the order in which they compete
 * @see https://github.com/linkerd/linkerd2-proxy/blob/main/linkerd/http/route/src/lib.rs (`find`)
 */
export function takenBy(routes: readonly Resource[], request: RouteRequest): Taken | undefined {
  let best: { readonly taken: Taken; readonly rank: Rank } | undefined;
  for (const route of routes) {
    const { hostnames, rules } = readRoute(route);
    const host = hostRank(hostnames, request);
    if (!host) continue;
    for (const [index, { node, matches }] of rules.entries()) {
      const found = bestMatch(matches, node, route.kind === grpcKind ? matchedCall : matched, request);
      if (!found) continue;
      const rank = [...host, ...found.rank];
      if (best && compare(best.rank, rank) >= 0) continue;
      const { prefix } = found;
      best = { rank, taken: { route, rule: node, number: index + 1, ...(prefix !== undefined && { prefix }) } };
    }
  }
  return best?.taken;
}

/** A route without names is for every host. */
function hostRank(names: readonly string[], request: RouteRequest): Rank | undefined {
  if (names.length === 0) return [0, 0];
  const host = (headerOf(request, 'host') ?? request.host ?? '').replace(/:\d+$/, '').replace(/\.$/, '').toLowerCase();
  const ranks = names.flatMap((name): Rank[] => {
    if (!name.startsWith('*.')) return name === host ? [[2, name.length]] : [];
    return host.endsWith(name.slice(1)) && host.length >= name.length ? [[1, name.length - 1]] : [];
  });
  return ranks.reduce<Rank | undefined>((best, one) => (best && compare(best, one) >= 0 ? best : one), undefined);
}

interface Found {
  readonly rank: Rank;
  readonly prefix?: number;
}

type Matching = (match: HttpMatch, request: RouteRequest) => Found | undefined;

/** A rule without matches takes any request. */
function bestMatch(
  matches: readonly HttpMatch[],
  rule: Fields,
  matching: Matching,
  request: RouteRequest,
): Found | undefined {
  if (matches.length === 0) return matched(anyMatch(rule), request);
  let best: Found | undefined;
  for (const match of matches) {
    const found = matching(match, request);
    if (found && !(best && compare(best.rank, found.rank) >= 0)) best = found;
  }
  return best;
}

/** The service that is named first, then the method, then the most headers. */
function matchedCall({ node, headers }: HttpMatch, request: RouteRequest): Found | undefined {
  const length = callLength(node, request);
  if (!length || !headers.every(([name, wanted]) => isMet(wanted, valueIn(request, name)))) return undefined;
  return { rank: [...length, headers.length] };
}

function matched({ uri, method, headers, queryParams }: HttpMatch, request: RouteRequest): Found | undefined {
  if (method && method.value !== request.method) return undefined;
  const path = pathLength(uri, request.path);
  if (path === undefined) return undefined;
  if (!headers.every(([name, wanted]) => isMet(wanted, valueIn(request, name)))) return undefined;
  const parameters = queryParams.length > 0 ? parametersOf(request.query ?? '') : [];
  // Any of the values that a parameter has will do.
  const hasParameter = ([name, wanted]: readonly [string, StringMatch]) =>
    parameters.some(([key, value]) => key === name && isMet(wanted, value));
  if (!queryParams.every(hasParameter)) return undefined;
  const rank = [path, method ? 1 : 0, headers.length, queryParams.length];
  return !uri || uri.how === 'segments' ? { rank, prefix: path } : { rank };
}

function pathLength(wanted: StringMatch | undefined, path: string): number | undefined {
  if (!wanted) return 1;
  const { how, value } = wanted;
  if (how === 'exact') return value === path ? value.length : undefined;
  if (how === 'regex') return spans(value, path) ? path.length : undefined;
  if (value === '/') return 1;
  const prefix = value.replace(/\/+$/, '');
  const asked = path.replace(/\/+$/, '');
  return asked === prefix || asked.startsWith(`${prefix}/`) ? prefix.length : undefined;
}

const valueIn = (request: RouteRequest, name: string): string | undefined =>
  headerOf(request, name) ?? (name.toLowerCase() === 'host' ? request.host : undefined);

function isMet({ how, value }: StringMatch, found: string | undefined): boolean {
  if (found === undefined) return false;
  return how === 'regex' ? spans(value, found) : value === found;
}

const pattern = remembered(100, re2);

/**
 * Whether the first match of a pattern is the whole text: another one that begins there as well is not looked for, so that `a|ab`
 * does not take `ab`.
 */
function spans(value: string, text: string): boolean {
  return pattern(value)?.replaceFirst(text, '\0') === '\0';
}

function compare(a: Rank, b: Rank): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
