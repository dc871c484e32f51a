import type { HttpMatch } from '../../../model/mesh/http-route.ts';
import type { StringMatch } from '../../../model/mesh/string-match.ts';
import type { Call } from '../call.ts';
import type { Client } from '../source.ts';
import { takes } from './choose.ts';
import type { ProxyRoute } from './routes.ts';
import { samplesOf } from './samples.ts';

/** An alternative of a route that no request reaches: each one tried was taken by an earlier route. */
export interface Unreachable {
  readonly route: ProxyRoute;
  /** Which alternative; undefined when it is the whole route. */
  readonly alternative: number | undefined;
  /** A request that it would take, and the earlier route that takes it instead. */
  readonly call: Call;
  readonly taken: ProxyRoute;
}

/** A value nobody would write in a rule, for everything that an alternative leaves open. */
const unusual = 'tmnl-7f3a';

/**
 * The routes and alternatives that can never be used. For each, requests are built that it takes and that are as unlike
 * anything else as possible; it counts as unreachable when earlier routes take all of them. One whose conditions are too
 * involved to build a request for is taken to be reachable.
 */
export function unreachableRoutes(routes: readonly ProxyRoute[]): readonly Unreachable[] {
  const names = mentionedNames(routes);
  return routes.flatMap((route, index): Unreachable[] => {
    const earlier = routes.slice(0, index);
    const items = route.alternatives.length > 0 ? route.alternatives : [[]];
    const dead = items.map((conditions) => shadow(conditions, route, earlier, names));
    const [first] = dead;
    if (first && dead.every((one) => one !== undefined)) return [{ route, alternative: undefined, ...first }];
    return dead.flatMap((one, alternative) => (one ? [{ route, alternative, ...one }] : []));
  });
}

function shadow(conditions: readonly HttpMatch[], route: ProxyRoute, earlier: readonly ProxyRoute[], names: Names) {
  let found: { call: Call; taken: ProxyRoute } | undefined;
  for (const { call, client } of witnesses(conditions, names)) {
    if (!takes({ ...route, alternatives: conditions.length > 0 ? [conditions] : [] }, call, client)) continue;
    const taken = earlier.find((one) => takes(one, call, client));
    if (!taken) return undefined;
    found ??= { call, taken };
  }
  return found;
}

interface Names {
  readonly headers: readonly string[];
  readonly params: readonly string[];
}

function mentionedNames(routes: readonly ProxyRoute[]): Names {
  const matches = routes.flatMap(({ alternatives }) => alternatives.flat());
  const headers = matches.flatMap((match) =>
    [...match.headers, ...match.withoutHeaders].map(([name]) => name.toLowerCase()),
  );
  return {
    headers: [...new Set(headers)].filter((name) => !name.startsWith('@')),
    params: [...new Set(matches.flatMap(({ queryParams }) => queryParams.map(([name]) => name)))],
  };
}

/** Requests with everything else absent, and again with every other header and parameter present. */
function witnesses(conditions: readonly HttpMatch[], names: Names): readonly { call: Call; client: Client }[] {
  const uris = conditions.flatMap(({ uri }) => uri ?? []);
  const paths = uris.length > 0 ? valuesOf(uris.at(-1) as StringMatch, '/') : [`/${unusual}`];
  const client = clientFor(conditions);
  return paths.flatMap((path) =>
    [false, true].map((full) => ({ client, call: callFor(conditions, path, full ? names : undefined) })),
  );
}

function callFor(conditions: readonly HttpMatch[], path: string, present: Names | undefined): Call {
  const one = (pick: (match: HttpMatch) => StringMatch | undefined, open: string) => {
    const wanted = conditions.map(pick).find((match) => match !== undefined);
    return wanted ? (valuesOf(wanted, '')[0] ?? open) : open;
  };
  const map = (pick: (match: HttpMatch) => HttpMatch['headers'], others: readonly string[] = []) => {
    const wanted = conditions
      .flatMap(pick)
      .map(([name, match]) => [name.toLowerCase(), valuesOf(match, '')[0] ?? ''] as const);
    return new Map([...others.map((name) => [name, unusual] as const), ...wanted]);
  };
  const without = conditions
    .flatMap(({ withoutHeaders }) => withoutHeaders)
    .filter(([, match]) => match.how === 'present');
  const headers = map(({ headers: wanted }) => wanted, present?.headers);
  for (const [name] of without) headers.delete(name.toLowerCase());
  const query = new Map<string, string>([
    ...(present?.params ?? []).map((name) => [name, unusual] as const),
    ...conditions.flatMap(({ queryParams }) =>
      queryParams.map(([name, match]) => [name, valuesOf(match, '')[0] ?? ''] as const),
    ),
  ]);
  const authority = one((match) => match.authority, unusual);
  const port = conditions.find((match) => match.port !== undefined)?.port ?? -1;
  const method = one((match) => match.method, unusual.toUpperCase());
  const scheme = one((match) => match.scheme, 'http') === 'https' ? 'https' : 'http';
  return {
    scheme,
    host: authority,
    port,
    path,
    query,
    search: '',
    method,
    authority,
    headers,
    token: undefined,
    clientCertificate: false,
    concurrent: 1,
  };
}

function clientFor(conditions: readonly HttpMatch[]): Client {
  const labels = Object.assign({}, ...conditions.map(({ sourceLabels }) => sourceLabels)) as Record<string, string>;
  const namespace = conditions.find((match) => match.sourceNamespace !== undefined)?.sourceNamespace ?? unusual;
  const gateways = conditions.flatMap((match) => match.gateways ?? []).slice(0, 1);
  return {
    label: '',
    namespace,
    labels,
    serviceAccount: '',
    proxied: true,
    ip: '',
    gateways: gateways.length > 0 ? gateways : [unusual],
  };
}

function valuesOf({ how, value }: StringMatch, first: string): readonly string[] {
  if (how === 'exact') return [value];
  if (how === 'prefix') return [`${value}${unusual}`, value];
  if (how === 'segments') return [`${value.replace(/\/$/, '')}/${unusual}`, value];
  return how === 'regex' ? samplesOf(value) : [`${first}${unusual}`];
}
