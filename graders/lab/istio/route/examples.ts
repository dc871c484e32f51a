import type { HttpMatch } from '../../../model/mesh/http-route.ts';
import type { StringMatch } from '../../../model/mesh/string-match.ts';
import type { ProxyRoute } from './routes.ts';
import { samplesOf } from './samples.ts';

/** The part of a request that routes look at. */
export interface Example {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A request for each alternative of some routes, made so that its conditions hold; what it leaves open is as plain as can
 * be. Alternatives about the authority or a token, and those too involved to build a request for, have none.
 */
export function examplesOf(routes: readonly ProxyRoute[]): readonly Example[] {
  return routes.flatMap(({ alternatives }) =>
    (alternatives.length > 0 ? alternatives : [[]]).flatMap((conditions) => exampleOf(conditions) ?? []),
  );
}

function exampleOf(conditions: readonly HttpMatch[]): Example | undefined {
  const all = (pick: (match: HttpMatch) => HttpMatch['headers']) => conditions.flatMap(pick);
  const headers = pairs(all((match) => match.headers));
  const query = pairs(all((match) => match.queryParams));
  const path = only(conditions.flatMap(({ uri }) => uri ?? []).at(-1), '/');
  const method = only(conditions.flatMap((match) => match.method ?? []).at(-1), 'GET');
  if (!headers || !query || path === undefined || method === undefined) return undefined;
  if (!/^\/[^\s?#]*$/.test(path) || query.some(([, value]) => /[\s&#]/.test(value))) return undefined;
  if (conditions.some(({ authority }) => authority) || headers.some(([name]) => /^@|^host$/.test(name)))
    return undefined;
  const search = query.map(([name, value]) => `${name}=${value}`).join('&');
  const named = headers.map(([name, value]) => [name.toLowerCase(), value] as const);
  return { method, path: search === '' ? path : `${path}?${search}`, headers: Object.fromEntries(named) };
}

/** A value for each name; undefined when one of them cannot be made up. */
function pairs(matches: HttpMatch['headers']): readonly (readonly [string, string])[] | undefined {
  const made = matches.map(([name, wanted]) => [name, only(wanted, '1')] as const);
  return made.every((pair): pair is readonly [string, string] => pair[1] !== undefined) ? made : undefined;
}

/** A value that matches; `open` where anything does. */
function only(wanted: StringMatch | undefined, open: string): string | undefined {
  if (!wanted || wanted.how === 'present') return open;
  return wanted.how === 'regex' ? samplesOf(wanted.value)[0] : wanted.value;
}
