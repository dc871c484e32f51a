import { own } from '../../../core/own.ts';
import { fields } from '../../../model/mesh/fields.ts';
import type { Token } from '../outcome.ts';
import { type Facts, identityOf } from './facts.ts';
import { fieldOf, type PolicyField, portField, requestPrincipalField, sourceFields } from './fields.ts';
import { inBlock } from './ip.ts';
import { matchesCarried, matchesNamespace, matchesText } from './text-match.ts';

/**
 * How a key of `when` looks at a request.
 * @returns undefined for a key that the API does not know, for which it refuses the policy
 * @see https://istio.io/latest/docs/reference/config/security/conditions/
 */
export function conditionField(key: string): PolicyField | undefined {
  if (Object.hasOwn(plain, key)) return own(plain, key);
  const header = /^request\.headers\[(.+)\]$/.exec(key)?.[1];
  if (header !== undefined) return fieldOf(true, headerOf(header.toLowerCase()), matchesCarried);
  const claim = /^request\.auth\.claims((?:\[[^\]]+\])+)$/.exec(key)?.[1];
  if (claim !== undefined) return many((token, spaced) => claimItems(token, claim.slice(1, -1).split(']['), spaced));
  return /^experimental\.envoy\.filters\./.test(key) ? fieldOf(false, () => undefined) : undefined;
}

/** Envoy keeps the method and the host as headers too, under names of their own. */
function headerOf(name: string): (facts: Facts) => string | undefined {
  if (name === ':method') return ({ method }) => method;
  if (name === ':authority' || name === 'host') return ({ host }) => host;
  return ({ headers }) => headers.get(name);
}

const plain: Readonly<Record<string, PolicyField>> = {
  'source.ip': fieldOf(false, ({ sourceIp }) => sourceIp, inBlock),
  'remote.ip': fieldOf(false, ({ remoteIp }) => remoteIp, inBlock),
  'source.namespace': fieldOf(false, ({ principal }) => identityOf(principal)?.namespace, matchesNamespace),
  'source.principal': fieldOf(false, ({ principal }) => principal),
  'source.serviceAccount': sourceFields.serviceAccounts as PolicyField,
  'source.trustDomain': fieldOf(false, ({ principal }) => identityOf(principal)?.trustDomain),
  'destination.ip': fieldOf(false, ({ destinationIp }) => destinationIp, inBlock),
  'destination.port': portField,
  'connection.sni': fieldOf(false, ({ sni }) => sni),
  'request.auth.principal': requestPrincipalField,
  'request.auth.audiences': many(({ audiences }) => audiences ?? []),
  'request.auth.presenter': many(({ claims }) => texts(claims?.azp)),
};

/** A claim may be a list, and one of its items is enough. */
function many(values: (token: Token, spaced: readonly string[]) => readonly string[]): PolicyField {
  const all = ({ token, spaced = [] }: Facts) => token && values(token, spaced);
  return {
    http: true,
    found: (facts) => all(facts)?.join(', ') || undefined,
    matches: (wanted, facts) => all(facts)?.some((value) => matchesText(wanted, value)) ?? false,
  };
}

/**
 * The texts of a claim as policies see them: those that are written with spaces between them count one by one, of others
 * the whole text.
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/#JWTRule
 */
function claimItems(token: Token, path: readonly string[], spaced: readonly string[]): readonly string[] {
  const values = claimValues(token, path);
  const isSpaced = path.length === 1 && ['scope', 'permission', ...spaced].includes(path[0] ?? '');
  return isSpaced ? values.flatMap((text) => text.split(' ').filter((one) => one !== '')) : values;
}

/** Claims that are texts, or lists of texts. */
export function claimValues(token: Token, path: readonly string[]): readonly string[] {
  const claims: Readonly<Record<string, unknown>> = {
    iss: token.issuer,
    sub: token.subject,
    aud: token.audiences,
    ...token.claims,
  };
  let value: unknown = claims;
  for (const key of path) value = own(fields(value), key);
  return texts(value);
}

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
