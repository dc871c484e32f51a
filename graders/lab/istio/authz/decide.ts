import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import type { AuthorizationPolicy, PolicyAction, PolicyRule } from '../../../model/mesh/authorization-policy.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hops } from '../hops.ts';
import type { Authorization } from '../outcome.ts';
import type { Facts } from './facts.ts';
import { sayMissed } from './missed.ts';
import { nameOf, numberOf } from './naming.ts';
import { sayNotAllowed } from './not-allowed.ts';
import { matchingRule } from './rule.ts';

/**
 * Allowed or denied, of what those that CUSTOM policies ask let pass: any matching DENY denies; without an ALLOW policy for the workload everything
 * else is allowed; with one, only what some ALLOW matches. AUDIT and dry runs decide nothing.
 * @see https://istio.io/latest/docs/tasks/security/authorization/authz-dry-run/
 * @see https://istio.io/latest/docs/concepts/security/#implicit-enablement
 */
export function decide(policies: readonly AuthorizationPolicy[], facts: Facts, say: (hop: Hop) => void): Authorization {
  const enforced = policies.filter(({ dryRun }) => !dryRun);
  const of = (action: PolicyAction) => enforced.filter((policy) => policy.action === action);
  const denying = of('DENY');
  for (const policy of denying) {
    const matched = matchingRule(policy, facts, 'ignored');
    if (matched) return denied(policy, matched, say);
  }
  sayMissed(denying, { facts, withoutHttp: 'ignored' }, say);
  const allowing = of('ALLOW');
  if (!isSome(allowing)) return unopposed(denying, say);
  for (const policy of allowing) {
    const matched = matchingRule(policy, facts, 'fails');
    if (matched) return allowed(policy, matched, say);
  }
  return { decision: 'deny', policy: nameOf(sayNotAllowed(allowing, facts, say)) };
}

function isSome<T>(items: readonly T[]): items is readonly [T, ...T[]] {
  return items.length > 0;
}

function allowed(policy: AuthorizationPolicy, rule: PolicyRule, say: (hop: Hop) => void): Authorization {
  say(
    hop(hops, 'authorization', 'allowedBy', { policy: nameOf(policy), rule: numberOf(policy, rule) }, at(policy, rule)),
  );
  return { decision: 'allow', policy: nameOf(policy) };
}

function denied(policy: AuthorizationPolicy, rule: PolicyRule, say: (hop: Hop) => void): Authorization {
  say(
    hop(hops, 'authorization', 'deniedBy', { policy: nameOf(policy), rule: numberOf(policy, rule) }, at(policy, rule)),
  );
  return { decision: 'deny', policy: nameOf(policy) };
}

/** Without ALLOW policies everything passes that no DENY stopped. */
function unopposed(denying: readonly AuthorizationPolicy[], say: (hop: Hop) => void): Authorization {
  const last = denying.at(-1);
  if (last) {
    const where = { resource: refOf(last.resource), at: fieldSpan(last.resource, 'spec', 'rules') };
    say(
      hop(hops, 'authorization', 'noneDenies', { policies: denying.map((policy) => `\`${nameOf(policy)}\``) }, where),
    );
  }
  return { decision: 'allow' };
}

function at(policy: AuthorizationPolicy, rule: PolicyRule) {
  return { resource: refOf(policy.resource), at: spanOf(rule.node) ?? policy.resource.at };
}
