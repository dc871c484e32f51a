import type { AuthorizationPolicy } from '../../../model/mesh/authorization-policy.ts';
import type { Fields } from '../../../model/mesh/fields.ts';
import { texts } from '../../../model/workloads/values.ts';

/** A request as policies look at it, whoever sends it. */
export interface AskedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The requests that policies are about: what their operations and conditions name, in every combination of one of each. */
export function requestsAbout(policies: readonly AuthorizationPolicy[]): readonly AskedRequest[] {
  const operations = policies.flatMap(({ rules }) => rules.flatMap(({ to = [] }) => to));
  const named = (field: string, not: string) =>
    operations.flatMap(({ [field]: yes, [not]: no }: Fields) => [...texts(yes as never), ...texts(no as never)]);
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

const askedHeader = /^request\.headers\[([\w-]+)\]$/;

/** The headers that conditions of a policy ask for, each alone. */
function headersOf({ rules }: AuthorizationPolicy): readonly Readonly<Record<string, string>>[] {
  return rules.flatMap(({ when }) =>
    when.flatMap(({ key, values, notValues }) => {
      const name = askedHeader.exec(key)?.[1];
      const value = [...values, ...notValues].find((one) => /^[^*\s]+$/.test(one));
      return name === undefined || value === undefined ? [] : [{ [name.toLowerCase()]: value }];
    }),
  );
}

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)];

/** What the client, the port and the requests of `requestsAbout` settle. */
const settled: ReadonlySet<string> = new Set([
  ...['principals', 'namespaces', 'serviceAccounts', 'trustDomains', 'ports', 'methods', 'paths'],
  ...['source.namespace', 'source.principal', 'source.serviceAccount', 'source.trustDomain', 'destination.port'],
]);

/** What policies look at besides: a token, an address, a host. Whoever brings another gets another answer. */
export function alsoLookedAt(policies: readonly AuthorizationPolicy[]): readonly string[] {
  const keys = policies.flatMap(({ rules }) =>
    rules.flatMap(({ from = [], to = [], when }) => [
      ...[...from, ...to].flatMap((one) => Object.keys(one).map(positive)),
      ...when.map(({ key }) => key),
    ]),
  );
  return distinct(keys.filter((key) => !settled.has(key) && !askedHeader.test(key)));
}

/** `notPaths` looks at what `paths` does. */
const positive = (field: string): string =>
  /^not[A-Z]/.test(field) ? field.charAt(3).toLowerCase() + field.slice(4) : field;
