import { own } from '../../../core/own.ts';
import { type Fields, fields, fieldsList } from '../../../model/mesh/fields.ts';
import { integer, text, texts } from '../../../model/workloads/values.ts';
import type { LinkerdCall } from '../traffic/call.ts';
import type { Taken } from './find.ts';
import type { RouteRequest } from './request.ts';

/** What a filter does to a header of the answer. */
export interface AnswerHeader {
  readonly operation: 'set' | 'add' | 'remove';
  /** Lower case. */
  readonly name: string;
  readonly value?: string;
}

const modifiers = { request: 'RequestHeaderModifier', response: 'ResponseHeaderModifier' } as const;
const fieldOf = { request: 'requestHeaderModifier', response: 'responseHeaderModifier' } as const;

/** What the filters of a rule, or of a backend, do to the headers of requests or answers: `remove`, `set`, `add`. */
export function headerOperations(filters: unknown, side: 'request' | 'response'): readonly AnswerHeader[] {
  return fieldsList(filters)
    .filter(({ type }) => type === modifiers[side])
    .flatMap((filter) => {
      const { remove, set, add } = fields(own(filter, fieldOf[side]));
      const valued = (operation: 'set' | 'add', list: unknown) =>
        fieldsList(list).map(({ name, value }) => {
          return { operation, name: (text(name) ?? '').toLowerCase(), value: text(value) ?? '' };
        });
      return [
        ...texts(remove as never).map((name) => ({ operation: 'remove' as const, name: name.toLowerCase() })),
        ...valued('set', set),
        ...valued('add', add),
      ];
    });
}

/** A call with the headers that the server gets. */
export function withHeaders(call: LinkerdCall, operations: readonly AnswerHeader[]): LinkerdCall {
  if (operations.length === 0) return call;
  const headers = new Map(Object.entries(call.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  for (const { operation, name, value = '' } of operations) {
    const before = headers.get(name);
    if (operation === 'remove') headers.delete(name);
    else headers.set(name, operation === 'add' && before !== undefined ? `${before},${value}` : value);
  }
  return { ...call, headers: Object.fromEntries(headers) };
}

export interface Redirection {
  readonly node: Fields;
  readonly status: number;
  readonly location: string;
}

/**
 * The redirect of a rule. One that leads to where the request already is does nothing.
 * @returns `invalid` where it replaces a prefix: the policy controller takes none that does not begin with a slash, and the proxies
 * take none that does
 * @see https://github.com/linkerd/linkerd2-proxy/blob/main/linkerd/http/route/src/http/filter/redirect.rs
 */
export function redirectOf(
  { rule }: Taken,
  request: RouteRequest,
  authority: string,
): Redirection | { readonly invalid: Fields } | undefined {
  const filter = redirectsIn(rule)[0];
  if (!filter) return undefined;
  const path = fields(filter.path);
  if (typeof path.replacePrefixMatch === 'string') return { invalid: filter };
  const scheme = text(filter.scheme) ?? 'http';
  const asked = `${request.path}${request.query ? `?${request.query}` : ''}`;
  const location = `${scheme}://${authorityOf(filter, scheme, authority)}${text(path.replaceFullPath) ?? asked}`;
  if (location === `http://${authority}${asked}`) return undefined;
  return { node: filter, status: integer(filter.statusCode) ?? 302, location };
}

/** A host alone keeps the port that was asked, a port alone the host; the usual port of the scheme is left out. */
function authorityOf(filter: Fields, scheme: string, authority: string): string {
  const [name, port] = [text(filter.hostname), integer(filter.port)];
  const [host = '', asked] = authority.split(':');
  const usual = scheme === 'https' ? 443 : 80;
  if (name !== undefined && port !== undefined) return `${name}:${port}`;
  if (name !== undefined) return asked === undefined || Number(asked) === usual ? name : `${name}:${asked}`;
  if (port === undefined || Number(asked) === port) return authority;
  return port === usual ? host : `${host}:${port}`;
}

/** The redirects among the filters of a rule. */
export function redirectsIn(rule: Fields): readonly Fields[] {
  return fieldsList(rule.filters)
    .filter(({ type }) => type === 'RequestRedirect')
    .map(({ requestRedirect }) => fields(requestRedirect));
}
