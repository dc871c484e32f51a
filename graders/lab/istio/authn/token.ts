import { type Hop, hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import type { JwtRule, RequestAuthentication } from '../../../model/mesh/request-authentication.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { claimValues } from '../authz/conditions.ts';
import { hops } from '../hops.ts';
import type { Token } from '../outcome.ts';

/** What became of the token of a request: nobody looked at it, a rule accepted it, or it was refused (401). */
export type Authenticated = 'unread' | { readonly acceptedBy: JwtRule } | 'refused';

/**
 * Looks at a token with the RequestAuthentications of a workload. A request without a token passes; a token found where
 * a rule looks has to be of some rule's issuer, for one of its audiences, and valid. A token that travels where no rule
 * looks is not seen at all.
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export function authenticate(
  policies: readonly RequestAuthentication[],
  token: Token | undefined,
  say: (hop: Hop) => void,
): Authenticated {
  const rules = policies.flatMap((policy) => policy.rules.map((rule) => ({ rule, policy })));
  if (!token || rules.length === 0) return 'unread';
  const looking = rules.filter(({ rule }) => looksAt(rule, token));
  if (looking.length === 0) return 'unread';
  const accepting = looking.find(({ rule }) => accepts(rule, token));
  const told = accepting ?? looking[0];
  if (told) {
    const where = { resource: refOf(told.policy.resource), at: spanOf(told.rule.node) ?? told.policy.resource.at };
    const data = { issuer: token.issuer, policy: told.policy.resource.name };
    say(hop(hops, 'authentication', accepting ? 'tokenAccepted' : 'tokenRefused', data, where));
  }
  return accepting ? { acceptedBy: accepting.rule } : 'refused';
}

/** The headers that a rule makes of the claims of a token it accepted. Dots lead into nested claims. */
export function claimHeaders({ outputs }: JwtRule, token: Token): ReadonlyMap<string, string> {
  return new Map(
    outputs.flatMap(({ header, claim }) => {
      const [value] = [claimValues(token, [claim])[0] ?? claimValues(token, claim.split('.'))[0]];
      return value === undefined ? [] : [[header, value] as const];
    }),
  );
}

function looksAt({ headers, params }: JwtRule, { header, param }: Token): boolean {
  const byDefault = headers.length === 0 && params.length === 0;
  if (param !== undefined) return params.includes(param) || (byDefault && param === 'access_token');
  const name = (header ?? 'authorization').toLowerCase();
  return headers.includes(name) || (byDefault && name === 'authorization');
}

function accepts({ issuer, audiences }: JwtRule, token: Token): boolean {
  const forAudience =
    audiences.length === 0 || (token.audiences ?? []).some((audience) => audiences.includes(audience));
  return token.valid !== false && token.issuer === issuer && forAudience;
}
