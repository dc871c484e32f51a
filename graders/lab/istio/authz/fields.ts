import { own } from '../../../core/own.ts';
import type { AuthorizationPolicy } from '../../../model/mesh/authorization-policy.ts';
import { type Facts, identityOf, requestPrincipal } from './facts.ts';
import { inBlock } from './ip.ts';
import { matchesCarried, matchesIssued, matchesNamespace, matchesPath, matchesText } from './text-match.ts';

/** How one field of a `source` or an `operation` looks at a request. */
export interface PolicyField {
  /** Only HTTP requests have it. */
  readonly http: boolean;
  /** The value in the request, for the trace; undefined when it carries none. */
  found(facts: Facts): string | undefined;
  matches(wanted: string, facts: Facts, policy: Pick<AuthorizationPolicy, 'namespace'>): boolean;
}

/** A field with one value, which the request carries or not. */
export function fieldOf(
  http: boolean,
  found: (facts: Facts) => string | undefined,
  compare: (wanted: string, value: string) => boolean = matchesText,
): PolicyField {
  return {
    http,
    found,
    matches: (wanted, facts) => {
      const value = found(facts);
      return value !== undefined && compare(wanted, value);
    },
  };
}

/** At a waypoint, the port of the Service or of the pods behind it. */
export const portField: PolicyField = {
  http: false,
  found: ({ port }) => String(port),
  matches: (wanted, { port, podPort = port }) => wanted === String(port) || wanted === String(podPort),
};

/** Issuer and subject of the token, each compared by itself. */
export const requestPrincipalField: PolicyField = {
  http: true,
  found: ({ token }) => requestPrincipal(token),
  matches: (wanted, { token }) => token !== undefined && matchesIssued(wanted, token.issuer, token.subject ?? ''),
};

/** @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source */
export const sourceFields: Readonly<Record<string, PolicyField>> = {
  principals: fieldOf(false, ({ principal }) => principal),
  namespaces: fieldOf(false, ({ principal }) => identityOf(principal)?.namespace, matchesNamespace),
  trustDomains: fieldOf(false, ({ principal }) => identityOf(principal)?.trustDomain),
  serviceAccounts: {
    http: false,
    found: ({ principal }) => sayAccount(principal),
    matches: (wanted, { principal }, { namespace }) =>
      sayAccount(principal) === (wanted.includes('/') ? wanted : `${namespace}/${wanted}`),
  },
  ipBlocks: fieldOf(false, ({ sourceIp }) => sourceIp, inBlock),
  remoteIpBlocks: fieldOf(false, ({ remoteIp }) => remoteIp, inBlock),
  requestPrincipals: requestPrincipalField,
};

/** @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation */
export const operationFields: Readonly<Record<string, PolicyField>> = {
  hosts: fieldOf(
    true,
    ({ host }) => host,
    (wanted, host) => matchesCarried(wanted.toLowerCase(), host.toLowerCase()),
  ),
  ports: portField,
  methods: fieldOf(true, ({ method }) => method, matchesCarried),
  paths: fieldOf(true, ({ path }) => path, matchesPath),
};

/** The field and whether it is the negated one: `notPaths` is `paths` the other way round. */
export function fieldNamed(
  fields: Readonly<Record<string, PolicyField>>,
  name: string,
): { readonly field: PolicyField; readonly negated: boolean } | undefined {
  const plain = own(fields, name);
  if (plain) return { field: plain, negated: false };
  if (!/^not[A-Z]/.test(name)) return undefined;
  const positive = name.charAt(3).toLowerCase() + name.slice(4);
  const negated = own(fields, positive);
  return negated && { field: negated, negated: true };
}

function sayAccount(principal: string | undefined): string | undefined {
  const identity = identityOf(principal);
  return identity && `${identity.namespace}/${identity.serviceAccount}`;
}
