import { type Hop, hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import type { CorsPolicy } from '../../../model/mesh/cors.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import type { Call } from '../call.ts';
import { hops } from '../hops.ts';
import type { RequestOutcome } from '../outcome.ts';
import type { Chosen } from './choose.ts';
import { holds } from './match.ts';

type Cors = NonNullable<RequestOutcome['cors']>;

/**
 * What the CORS policy of a route does with a call that names its origin. A preflight (OPTIONS with an origin and the
 * method it asks about) of an allowed origin is answered by the proxy; that of another goes on, unless the policy says
 * `IGNORE`. Nothing else is ever refused: without the headers it is the browser that keeps the answer from the page.
 * Redirects and direct responses have no CORS.
 * @returns undefined when the policy has nothing to decide; `preflight` when the proxy answers by itself, with 200
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#CorsPolicy
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/cors_filter
 */
export function corsOf({ route }: Pick<Chosen, 'route'>, call: Call): Cors | undefined {
  const origin = call.headers.get('origin') ?? '';
  if (!route.cors || route.redirect || route.directResponse || origin === '') return undefined;
  const allowed = route.cors.allowOrigins.some(
    (pattern) => (pattern.how === 'exact' && pattern.value === '*') || holds(pattern, origin),
  );
  const preflight = isPreflight(call) && (allowed || !route.cors.forwardsUnmatched);
  const headers = preflight ? preflightHeaders(route.cors, call) : exposed(route.cors);
  return {
    origin,
    allowed,
    preflight,
    headers: {
      ...(allowed && { 'access-control-allow-origin': origin }),
      ...((allowed || preflight) && headers),
    },
  };
}

/** What a browser asks before a request that is not simple: OPTIONS, with its origin and the method it means to use. */
export function isPreflight({ method, headers }: Call): boolean {
  const named = (name: string) => (headers.get(name) ?? '') !== '';
  return method === 'OPTIONS' && named('origin') && named('access-control-request-method');
}

/** Tells what was decided. */
export function sayCors({ owner, route }: Chosen, { origin, allowed, preflight }: Cors, say: (hop: Hop) => void): void {
  const { allowOrigins, node } = route.cors ?? {};
  if (!node || !allowOrigins) return;
  const where = { resource: refOf(owner.resource), at: spanOf(node) ?? owner.resource.at };
  const [answered, passed] = allowed
    ? (['preflightAnswered', 'originAllowed'] as const)
    : (['preflightIgnored', 'originOther'] as const);
  say(hop(hops, 'cors', preflight ? answered : passed, { origin }, where));
}

function exposed({ allowCredentials, exposeHeaders }: CorsPolicy): Readonly<Record<string, string>> {
  return {
    ...(allowCredentials && { 'access-control-allow-credentials': 'true' }),
    ...(exposeHeaders.length > 0 && { 'access-control-expose-headers': exposeHeaders.join(',') }),
  };
}

/** A list that is `*` repeats what the browser asked about. */
function preflightHeaders(policy: CorsPolicy, { headers }: Call): Readonly<Record<string, string>> {
  const { allowMethods, allowHeaders, maxAge, allowCredentials } = policy;
  const told = (list: readonly string[], asked: string) =>
    list.join(',') === '*' ? (headers.get(asked) ?? '') : list.join(',');
  const methods = told(allowMethods, 'access-control-request-method');
  const names = told(allowHeaders, 'access-control-request-headers');
  return {
    ...(allowCredentials && { 'access-control-allow-credentials': 'true' }),
    ...(methods !== '' && { 'access-control-allow-methods': methods }),
    ...(names !== '' && { 'access-control-allow-headers': names }),
    ...(maxAge !== undefined && { 'access-control-max-age': String(Math.trunc(maxAge)) }),
  };
}
