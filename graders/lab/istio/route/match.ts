import type { HttpMatch } from '../../../model/mesh/http-route.ts';
import { type StringMatch, segmentsOf } from '../../../model/mesh/string-match.ts';
import { hasLabels } from '../../cluster/index.ts';
import { claimValues } from '../authz/conditions.ts';
import type { Call } from '../call.ts';
import type { Client } from '../source.ts';

/** Why an alternative of `match` does not hold: the field, what it asks for, and what the request has. */
export interface Mismatch {
  readonly wanted: string;
  /** Absent when the request carries nothing there. */
  readonly found?: string;
  /** The alternative was never given to this proxy. */
  readonly elsewhere?: true;
}

/**
 * The first condition of one alternative that a request does not meet; undefined when all are met. Conditions about the
 * proxy (`gateways`, `sourceLabels`, `sourceNamespace`, `port`) are settled when the proxy is configured.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMatchRequest
 */
export function mismatch(match: HttpMatch, call: Call, client: Client): Mismatch | undefined {
  return notForProxy(match, call, client) ?? requestLine(match, call) ?? headersAndQuery(match, call);
}

/**
 * Why an alternative is not among the routes of a proxy. With `gateways` given in it, the conditions about the source are
 * not looked at.
 */
export function notForProxy(match: HttpMatch, { port }: Call, client: Client): Mismatch | undefined {
  if (match.port !== undefined && match.port !== port) return { wanted: `port: ${match.port}`, elsewhere: true };
  if (match.gateways && match.gateways.length > 0) {
    const here = match.gateways.some((gateway) => client.gateways.includes(gateway));
    return here ? undefined : { wanted: `gateways: [${match.gateways.join(', ')}]`, elsewhere: true };
  }
  if (!hasLabels(match.sourceLabels as Record<string, string>, client.labels)) {
    return { wanted: 'sourceLabels', elsewhere: true };
  }
  if (match.sourceNamespace !== undefined && match.sourceNamespace !== client.namespace) {
    return { wanted: `sourceNamespace: ${match.sourceNamespace}`, elsewhere: true };
  }
  return undefined;
}

function requestLine({ uri, ignoreUriCase, scheme, method, authority }: HttpMatch, call: Call): Mismatch | undefined {
  if (uri && !holds(uri, call.path, ignoreUriCase && uri.how !== 'regex')) return differs('uri', uri, call.path);
  if (scheme && !holds(scheme, call.scheme)) return differs('scheme', scheme, call.scheme);
  if (method && !holds(method, call.method)) return differs('method', method, call.method);
  if (authority && !holds(authority, call.authority)) return differs('authority', authority, call.authority);
  return undefined;
}

function headersAndQuery({ headers, withoutHeaders, queryParams }: HttpMatch, call: Call): Mismatch | undefined {
  for (const [name, wanted] of headers) {
    const value = headerOf(call, name);
    if (value === undefined || !holds(wanted, value)) return differs(`headers.${name}`, wanted, value);
  }
  for (const [name, unwanted] of withoutHeaders) {
    const value = headerOf(call, name);
    if (isThere(value, unwanted) && holds(unwanted, value ?? ''))
      return differs(`withoutHeaders.${name}`, unwanted, value);
  }
  for (const [name, wanted] of queryParams) {
    const value = call.query.get(name);
    if (value === undefined || !holds(wanted, value)) return differs(`queryParams.${name}`, wanted, value);
  }
  return undefined;
}

/** What `withoutHeaders` looks at: a header that is missing counts as an empty one, unless the question is whether it is there. */
const isThere = (value: string | undefined, { how }: StringMatch): boolean => value !== undefined || how !== 'present';

/** Envoy knows headers by lower-case name, however the rule writes it; `host` is the authority, and HTTP/2 has `:path`. */
function headerOf(call: Call, name: string): string | undefined {
  if (name.startsWith('@request.auth.claims')) return claimOf(call, name);
  const key = name.toLowerCase();
  switch (key) {
    case 'host':
    case ':authority':
      return call.authority;
    case ':method':
      return call.method;
    case ':scheme':
      return call.scheme;
    case ':path':
      return call.search === '' ? call.path : `${call.path}?${call.search}`;
    default:
      return call.headers.get(key);
  }
}

/**
 * `@request.auth.claims.group` or `@request.auth.claims[group][sub]`: a claim of the token that the gateway accepted.
 * @see https://istio.io/latest/docs/tasks/security/authentication/jwt-route/
 */
function claimOf({ accepted }: Call, name: string): string | undefined {
  if (!accepted) return undefined;
  const rest = name.slice('@request.auth.claims'.length);
  // In brackets, a name may have dots and slashes of its own.
  const path = rest.startsWith('[') ? rest.slice(1, -1).split('][') : rest.slice(1).split('.');
  const [value] = claimValues(accepted, path);
  return value;
}

/** Prefixes are textual: `/v1` covers `/v10`. */
export function holds({ how, value, test }: StringMatch, found: string, ignoreCase = false): boolean {
  if (how === 'present') return true;
  if (how === 'regex') return test?.(found) === true;
  const [wanted, actual] = ignoreCase ? [value.toLowerCase(), found.toLowerCase()] : [value, found];
  if (how === 'segments') {
    const prefix = segmentsOf(wanted);
    return actual === prefix || actual.startsWith(prefix === '/' ? prefix : `${prefix}/`);
  }
  return how === 'exact' ? actual === wanted : actual.startsWith(wanted);
}

function differs(field: string, { how, value }: StringMatch, found: string | undefined): Mismatch {
  const wanted = how === 'present' ? `${field}: {}` : `${field}.${how}: ${value}`;
  return found === undefined ? { wanted } : { wanted, found };
}
