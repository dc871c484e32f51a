import { type AskedRequest, examplesOf, type Mesh, requestsAbout } from '../../lab/istio/index.ts';
import type { EveryLiteral, LiteralCase, TrafficCall } from './params.ts';

/** Calls of one check: an answer with very many rules is asked about the first ones. */
const mostCalls = 600;

/**
 * The calls that the rules of an answer are about, whoever they were written for: each path, method and header that stands
 * in one, asked by everybody. What is expected of each is said by the first case that it fits.
 */
export function callsOfLiterals(mesh: Mesh, { from, to, cases }: EveryLiteral): readonly TrafficCall[] {
  const written = mesh.authorizationPolicies.filter(({ resource }) => resource.origin === 'answer');
  const asked = [...requestsAbout(written), ...routesOf(mesh)];
  const calls = asked.flatMap((one) => from.flatMap((caller) => callOf(caller, to, one, cases) ?? []));
  const seen = new Set<string>();
  return calls
    .filter(({ expect: _expect, ...call }) => {
      const key = JSON.stringify(call);
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, mostCalls);
}

function callOf(
  from: string,
  to: string,
  { method, path, headers }: AskedRequest,
  cases: readonly LiteralCase[],
): TrafficCall | undefined {
  const expected = cases.find((one) => fits(one, from, { method, path, headers }))?.expect;
  return expected && { from, to: to.replace(/\/*$/, '') + path, method, headers, expect: expected };
}

function fits(one: LiteralCase, from: string, { method, path, headers }: AskedRequest): boolean {
  const [bare = '/'] = path.split('?');
  const prefix = one.path?.endsWith('*') ? one.path.slice(0, -1) : undefined;
  return (
    (one.from === undefined || one.from === from) &&
    (one.method === undefined || one.method === method) &&
    (one.path === undefined || (prefix === undefined ? bare === one.path : bare.startsWith(prefix))) &&
    Object.entries(one.headers ?? {}).every(([name, value]) => new Map(Object.entries(headers)).get(name) === value)
  );
}

/** What the routes of the answer are about, as each asks for it and with the rest left out. */
function routesOf({ virtualServices }: Mesh): readonly AskedRequest[] {
  const examples = virtualServices
    .filter(({ config }) => config.resource.origin === 'answer')
    .flatMap((virtual) => examplesOf(virtual.routes()));
  return examples.flatMap((one) => [one, { ...one, headers: {} }, { ...one, path: '/' }]);
}
