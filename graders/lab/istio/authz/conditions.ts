import { own } from '../../../core/own.ts';
import { fields } from '../../../model/mesh/fields.ts';
import type { Token } from '../outcome.ts';
import { type Facts, identityOf, requestPrincipal } from './facts.ts';
import { fieldOf, type PolicyField, portField, sourceFields } from './fields.ts';
import { inBlock } from './ip.ts';
import { matchesNamespace, matchesText } from './text-match.ts';

/**
 * How a key of `when` looks at a request.
 * @returns undefined for a key that the API does not know, for which it refuses the policy
 * @see https://istio.io/latest/docs/reference/config/security/conditions/
 */
export function conditionField(key: string): PolicyField | undefined {
  if (Object.hasOwn(plain, key)) return own(plain, key);
  const header = /^request\.headers\[(.+)\]$/.exec(key)?.[1];
  if (header !== undefined) return fieldOf(true, headerOf(header.toLowerCase()));
  const claim = /^request\.auth\.claims((?:\[[^\]]+\])+)$/.exec(key)?.[1];
  if (claim !== undefined) return many((token) => claimValues(token, claim.slice(1, -1).split('][')));
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
  'remote.ip': fieldOf(true, ({ remoteIp }) => remoteIp, inBlock),
  'source.namespace': fieldOf(false, ({ principal }) => identityOf(principal)?.namespace, matchesNamespace),
  'source.principal': fieldOf(false, ({ principal }) => principal),
  'source.serviceAccount': sourceFields.serviceAccounts as PolicyField,
  'source.trustDomain': fieldOf(false, ({ principal }) => identityOf(principal)?.trustDomain),
  'destination.ip': fieldOf(false, ({ destinationIp }) => destinationIp, inBlock),
  'destination.port': portField,
  'connection.sni': fieldOf(false, ({ sni }) => sni),
  'request.auth.principal': fieldOf(true, ({ token }) => requestPrincipal(token)),
  'request.auth.audiences': many(({ audiences }) => audiences ?? []),
  'request.auth.presenter': many(({ claims }) => texts(claims?.azp)),
};

/** A claim may be a list, and one of its items is enough. */
function many(values: (token: Token) => readonly string[]): PolicyField {
  return {
    http: true,
    found: ({ token }) => token && (values(token).join(', ') || undefined),
    matches: (wanted, { token }) => token !== undefined && values(token).some((value) => matchesText(wanted, value)),
  };
}

/** Claims that are texts, or lists of texts; a text with spaces counts as a list, as scopes are written. */
export function claimValues(token: Token, path: readonly string[]): readonly string[] {
  const claims: Readonly<Record<string, unknown>> = {
    iss: token.issuer,
    sub: token.subject,
    aud: token.audiences,
    ...token.claims,
  };
  let value: unknown = claims;
  for (const key of path) value = own(fields(value), key);
  return texts(value).flatMap((text) => [text, ...(text.includes(' ') ? text.split(' ') : [])]);
}

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
