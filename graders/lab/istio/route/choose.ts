import { type Hop, hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { isOfGatewayApi } from '../../../model/mesh/gateway-api.ts';
import type { HttpMatch } from '../../../model/mesh/http-route.ts';
import { keySpanOf, spanOf } from '../../../parse/yaml/located.ts';
import type { Call } from '../call.ts';
import { hops } from '../hops.ts';
import type { Client } from '../source.ts';
import { type Mismatch, mismatch, notForProxy } from './match.ts';
import type { ProxyRoute } from './routes.ts';

/** Rules passed over that a trace tells about; the rest only make it long. */
const toldAtMost = 12;

/** A route that takes a call, and the alternative of its `match` that holds; without conditions it takes anything. */
export interface Chosen extends ProxyRoute {
  readonly conditions: readonly HttpMatch[];
}

/** The first route that takes a call; undefined when none does, which the proxy answers with 404 (NR). */
export function chooseRoute(
  routes: readonly ProxyRoute[],
  call: Call,
  client: Client,
  say: (hop: Hop) => void,
): Chosen | undefined {
  let told = 0;
  for (const candidate of routes) {
    const found = firstAlternative(candidate, call, client);
    if ('alternative' in found) {
      say(chosen(candidate, found.alternative));
      return { ...candidate, conditions: candidate.alternatives[found.alternative] ?? [] };
    }
    if (told++ < toldAtMost) say(skipped(candidate, found));
  }
  say(nothingTakes(routes, call));
  return undefined;
}

/** Whether a route takes a call, told or not: rules that look for unreachable routes ask this. */
export function takes(candidate: ProxyRoute, call: Call, client: Client): boolean {
  return 'alternative' in firstAlternative(candidate, call, client);
}

/** Whether a route is among those a proxy gets for a port: its conditions about the proxy itself are met. */
export function isForProxy({ alternatives }: ProxyRoute, call: Call, client: Client): boolean {
  return (
    alternatives.length === 0 ||
    alternatives.some((conditions) => conditions.every((condition) => !notForProxy(condition, call, client)))
  );
}

/** The alternative that holds, or what the first one that was tried misses, and where that is written. */
type Answer = { readonly alternative: number } | (Mismatch & { readonly node: object });

function firstAlternative({ alternatives, route }: ProxyRoute, call: Call, client: Client): Answer {
  if (alternatives.length === 0) return { alternative: -1 };
  let problem: Answer | undefined;
  for (const [index, conditions] of alternatives.entries()) {
    const failed = firstFailure(conditions, call, client);
    if (!failed) return { alternative: index };
    problem ??= failed;
  }
  return problem ?? { wanted: 'match', elsewhere: true, node: route.node };
}

function firstFailure(conditions: readonly HttpMatch[], call: Call, client: Client) {
  for (const condition of conditions) {
    const difference = mismatch(condition, call, client);
    if (difference) return { ...difference, node: condition.node };
  }
  return undefined;
}

function chosen({ owner, route, number, alternatives }: ProxyRoute, alternative: number): Hop {
  const node = alternatives[alternative]?.at(-1)?.node ?? route.node;
  const at = spanOf(node) ?? owner.resource.at;
  const data = { rule: number, virtualService: owner.resource.name };
  const message = alternative === -1 ? 'ruleCatchAll' : 'ruleMatched';
  return hop(hops, 'route', message, data, { resource: refOf(owner.resource), at });
}

function skipped({ owner, number }: ProxyRoute, found: Exclude<Answer, { alternative: number }>): Hop {
  const where = { resource: refOf(owner.resource), at: spanOf(found.node) ?? owner.resource.at };
  const data = { rule: number, wanted: found.wanted };
  if (found.elsewhere) return hop(hops, 'route', 'ruleNotHere', data, where);
  if (found.found === undefined) return hop(hops, 'route', 'ruleLacks', data, where);
  return hop(hops, 'route', 'ruleSkipped', { ...data, found: found.found }, where);
}

function nothingTakes(routes: readonly ProxyRoute[], { method, path }: Call): Hop {
  const owners = [...new Set(routes.map(({ owner }) => owner.resource))];
  const virtualServices = owners.map(({ name }) => `\`${name}\``);
  const [first] = owners;
  const list = first && isOfGatewayApi(first) ? 'rules' : 'http';
  const where = first ? { resource: refOf(first), at: keySpanOf(fields(first.data).spec, list) ?? first.at } : {};
  return hop(hops, 'route', 'noRoute', { virtualServices, method, path }, where);
}
