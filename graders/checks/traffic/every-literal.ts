import { examplesOf, type Mesh } from '../../lab/istio/index.ts';
import type { AuthorizationPolicy } from '../../model/mesh/authorization-policy.ts';
import { texts } from '../../model/workloads/values.ts';
import type { EveryLiteral, LiteralCase, TrafficCall } from './params.ts';

/** Calls of one check: an answer with very many rules is asked about the first ones. */
const mostCalls = 600;

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The calls that the rules of an answer are about, whoever they were written for: each path, method and header that stands
 * in one, asked by everybody. What is expected of each is said by the first case that it fits.
 */
export function callsOfLiterals(mesh: Mesh, { from, to, cases }: EveryLiteral): readonly TrafficCall[] {
  const asked = [...grantsOf(mesh), ...routesOf(mesh)];
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
  { method, path, headers }: Asked,
  cases: readonly LiteralCase[],
): TrafficCall | undefined {
  const expected = cases.find((one) => fits(one, from, { method, path, headers }))?.expect;
  return expected && { from, to: to.replace(/\/*$/, '') + path, method, headers, expect: expected };
}

function fits(one: LiteralCase, from: string, { method, path, headers }: Asked): boolean {
  const [bare = '/'] = path.split('?');
  const prefix = one.path?.endsWith('*') ? one.path.slice(0, -1) : undefined;
  return (
    (one.from === undefined || one.from === from) &&
    (one.method === undefined || one.method === method) &&
    (one.path === undefined || (prefix === undefined ? bare === one.path : bare.startsWith(prefix))) &&
    Object.entries(one.headers ?? {}).every(([name, value]) => new Map(Object.entries(headers)).get(name) === value)
  );
}

/** What the policies of the answer name, in every combination of one of each. */
function grantsOf({ authorizationPolicies }: Mesh): readonly Asked[] {
  const policies = authorizationPolicies.filter(({ resource }) => resource.origin === 'answer');
  const operations = policies.flatMap(({ rules }) => rules.flatMap(({ to = [] }) => to));
  const named = (field: string, not: string) =>
    operations.flatMap((operation) =>
      [operation].flatMap(({ [field]: yes, [not]: no }) => [...texts(yes as never), ...texts(no as never)]),
    );
  const paths = named('paths', 'notPaths').flatMap((pattern) => sampleOf(pattern) ?? []);
  const methods = named('methods', 'notMethods').filter((method) => /^[A-Z]+$/.test(method));
  const headers = [{}, ...policies.flatMap(headersOf)];
  return distinct(paths.length > 0 ? paths : ['/']).flatMap((path) =>
    distinct(['GET', 'POST', ...methods]).flatMap((method) => headers.map((one) => ({ method, path, headers: one }))),
  );
}

/** A path that a pattern of a policy takes; undefined for one that takes no path. */
function sampleOf(pattern: string): string | undefined {
  const path = pattern
    .replace(/\{\*{1,2}\}/g, 'x7')
    .replace(/^\*/, '/x7')
    .replace(/\*$/, 'x7')
    .replace(/^\/\/+/, '/');
  return /^\/[^\s?#*{}]*$/.test(path) ? path : undefined;
}

/** The headers that conditions of a policy ask for, each alone. */
function headersOf({ rules }: AuthorizationPolicy): readonly Readonly<Record<string, string>>[] {
  return rules.flatMap(({ when }) =>
    when.flatMap(({ key, values, notValues }) => {
      const name = /^request\.headers\[([\w-]+)\]$/.exec(key)?.[1];
      const value = [...values, ...notValues].find((one) => /^[^*\s]+$/.test(one));
      return name === undefined || value === undefined ? [] : [{ [name.toLowerCase()]: value }];
    }),
  );
}

/** What the routes of the answer are about, as each asks for it and with the rest left out. */
function routesOf({ virtualServices }: Mesh): readonly Asked[] {
  const examples = virtualServices
    .filter(({ config }) => config.resource.origin === 'answer')
    .flatMap((virtual) => examplesOf(virtual.routes()));
  return examples.flatMap((one) => [one, { ...one, headers: {} }, { ...one, path: '/' }]);
}

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)];
