import { re2 } from '../../../core/re2/re2.ts';
import type { HttpMatch, Redirect, Rewrite } from '../../../model/mesh/http-route.ts';
import { segmentsOf } from '../../../model/mesh/string-match.ts';
import type { Call } from '../call.ts';

/**
 * What the application sees after a rewrite. `uri` replaces the prefix that matched, as text; what was matched exactly is
 * replaced whole, and a route without `uri` matched the prefix `/`.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRewrite
 */
export function rewritten(rewrite: Rewrite, conditions: readonly HttpMatch[], call: Call) {
  const path = pathAfter(rewrite, conditions, call.path);
  const { authority } = rewrite;
  return { ...(path === undefined ? {} : { path }), ...(authority === undefined ? {} : { authority }) };
}

function pathAfter({ uri, regex }: Rewrite, conditions: readonly HttpMatch[], path: string): string | undefined {
  if (regex) return re2(regex.match)?.replaceAll(path, regex.rewrite) ?? path;
  if (uri === undefined) return undefined;
  const matched = conditions.findLast((condition) => condition.uri !== undefined)?.uri;
  if (matched?.how === 'exact' || matched?.how === 'regex') return uri;
  const rest = path.slice(prefixOf(matched).length);
  // Of an HTTPRoute that takes a prefix away: a slash stays, and only one.
  return uri === '' ? `/${rest.replace(/^\//, '')}` : uri + rest;
}

/**
 * Where a redirect leads. What it does not name stays as it was, the query too.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRedirect
 */
export function locationOf(redirect: Redirect, conditions: readonly HttpMatch[], call: Call): string {
  const scheme = redirect.scheme ?? call.scheme;
  const [host = '', port] = (redirect.authority ?? call.authority).split(':');
  const standard = standardPort(scheme);
  const named = redirect.port ?? derivedPort(redirect, call, standard);
  const wanted = named ?? (Number(port) === standardPort(call.scheme) ? standard : Number(port ?? standard));
  const shown = wanted === standard ? '' : `:${wanted}`;
  const path = pathOfRedirect(redirect, conditions, call.path);
  const query = call.search === '' || path.includes('?') ? '' : `?${call.search}`;
  return `${scheme}://${host}${shown}${path}${query}`;
}

function pathOfRedirect({ uri, prefixRewrite }: Redirect, conditions: readonly HttpMatch[], path: string): string {
  if (uri !== undefined) return redirectPath(uri, conditions, path);
  if (prefixRewrite === undefined) return path;
  const matched = conditions.findLast((condition) => condition.uri !== undefined)?.uri;
  return prefixRewrite + path.slice((matched?.value || '/').length);
}

/** Of an HTTPRoute: `%PREFIX()%` keeps what follows the prefix that matched. A VirtualService says the whole path. */
function redirectPath(uri: string, conditions: readonly HttpMatch[], path: string): string {
  const matched = conditions.findLast((condition) => condition.uri !== undefined)?.uri;
  if (!uri.startsWith('%PREFIX()%') || (matched && matched.how !== 'segments')) return uri;
  return uri.slice('%PREFIX()%'.length) + path.slice(prefixOf(matched).length);
}

/** What of the path a match has taken; `/` where it says nothing about it. */
function prefixOf(matched: HttpMatch['uri']): string {
  return matched?.how === 'segments' ? segmentsOf(matched.value) : matched?.value || '/';
}

const standardPort = (scheme: string): number => (scheme === 'https' ? 443 : 80);

function derivedPort({ derivePort }: Redirect, { port }: Call, standard: number): number | undefined {
  if (derivePort === 'FROM_PROTOCOL_DEFAULT') return standard;
  return derivePort === 'FROM_REQUEST_PORT' ? port : undefined;
}
