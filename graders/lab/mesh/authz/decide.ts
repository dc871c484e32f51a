import type { Span } from '../../../core/span.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import type { AuthorizationPolicy, PolicyAction, PolicyRule } from '../../../model/mesh/authorization-policy.ts';
import { fields, fieldsList } from '../../../model/mesh/fields.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hops } from '../hops.ts';
import type { Authorization } from '../outcome.ts';
import type { Facts } from './facts.ts';
import { metParts, type Unmet, unmet } from './rule.ts';

/** What a proxy decides with, besides the request. */
export interface Deciding {
  /** The policies that are for the workload, oldest first. */
  readonly policies: readonly AuthorizationPolicy[];
  /** What an external authorizer answers, by the name of its provider; false for one that is not configured. */
  authorizer(provider: string): boolean;
}

/**
 * Allowed or denied: a CUSTOM refusal or any matching DENY denies; without an ALLOW policy for the workload everything
 * else is allowed; with one, only what some ALLOW matches. AUDIT and dry runs decide nothing.
 * @see https://istio.io/latest/docs/tasks/security/authorization/authz-dry-run/
 * @see https://istio.io/latest/docs/concepts/security/#implicit-enablement
 */
export function decide({ policies, authorizer }: Deciding, facts: Facts, say: (hop: Hop) => void): Authorization {
  const enforced = policies.filter(({ dryRun }) => !dryRun);
  const of = (action: PolicyAction) => enforced.filter((policy) => policy.action === action);
  for (const policy of of('CUSTOM')) {
    const matched = matchingRule(policy, facts, 'ignored');
    if (matched && !authorizer(providerOf(policy))) return denied(policy, matched, say);
  }
  for (const policy of of('DENY')) {
    const matched = matchingRule(policy, facts, 'ignored');
    if (matched) return denied(policy, matched, say);
  }
  const allowing = of('ALLOW');
  if (allowing.length === 0) return unopposed(of('DENY'), say);
  for (const policy of allowing) {
    const matched = matchingRule(policy, facts, 'fails');
    if (matched) return allowed(policy, matched, say);
  }
  return notAllowed(allowing, facts, say);
}

function matchingRule(policy: AuthorizationPolicy, facts: Facts, withoutHttp: 'fails' | 'ignored') {
  return policy.rules.find((rule) => unmet(rule, { policy, facts, withoutHttp }) === undefined);
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
    say(hop(hops, 'authorization', 'noneDenies', { policies: denying.map(sayPolicy) }, where));
  }
  return { decision: 'allow' };
}

/** Tells, for each ALLOW policy, what the rule misses that comes nearest to the request; the nearest of all, last. */
function notAllowed(policies: readonly AuthorizationPolicy[], facts: Facts, say: (hop: Hop) => void): Authorization {
  const missed = policies
    .flatMap((policy) => nearestRule(policy, facts))
    .sort((a, b) => a.met - b.met)
    .slice(-toldPolicies);
  for (const { policy, rule, problem } of missed) say(sayMissed(policy, rule, problem));
  const [first] = policies;
  const nearest = missed.at(-1);
  const decisive = nearest?.policy ?? first;
  const names = policies.map(sayPolicy);
  const at = nearest
    ? spanOfUnmet(nearest.policy, nearest.problem)
    : first && fieldSpan(first.resource, 'spec', 'rules');
  const where = { ...(decisive && { resource: refOf(decisive.resource) }), ...(at && { at }) };
  say(hop(hops, 'authorization', missed.length > 0 ? 'allowedByNone' : 'nothingAllowed', { policies: names }, where));
  return decisive ? { decision: 'deny', policy: nameOf(decisive) } : { decision: 'deny' };
}

/** How many policies a trace tells about. */
const toldPolicies = 5;

function nearestRule(policy: AuthorizationPolicy, facts: Facts) {
  const question = { policy, facts, withoutHttp: 'fails' } as const;
  const missed = policy.rules.flatMap((rule) => {
    const problem = unmet(rule, question);
    return problem ? [{ policy, rule, problem, met: metParts(rule, question) }] : [];
  });
  const most = Math.max(...missed.map(({ met }) => met));
  return missed.filter(({ met }) => met === most).slice(0, 1);
}

function sayMissed(policy: AuthorizationPolicy, rule: PolicyRule, problem: Unmet): Hop {
  const { field, wanted, found } = problem;
  const where = { resource: refOf(policy.resource), at: spanOfUnmet(policy, problem) };
  const data = {
    policy: nameOf(policy),
    rule: numberOf(policy, rule),
    field,
    wanted: wanted.map((value) => `\`${value}\``),
  };
  if (found !== undefined) return hop(hops, 'authorization', 'ruleMisses', { ...data, found }, where);
  return hop(hops, 'authorization', identityFields.test(field) ? 'ruleLacksIdentity' : 'ruleLacksFact', data, where);
}

/** What only the certificate of the client tells. */
const identityFields = /^(?:source\.)?(?:principal|namespace|serviceAccount|trustDomain)s?$/;

function spanOfUnmet({ resource }: AuthorizationPolicy, { node, field }: Unmet): Span {
  return spanOf(node, field) ?? spanOf(node) ?? resource.at;
}

function at(policy: AuthorizationPolicy, rule: PolicyRule) {
  return { resource: refOf(policy.resource), at: spanOf(rule.node) ?? policy.resource.at };
}

const sayPolicy = (policy: AuthorizationPolicy): string => `\`${nameOf(policy)}\``;
/** As written: the proxy of a node has fewer rules. */
function numberOf({ resource }: AuthorizationPolicy, rule: PolicyRule): number {
  return fieldsList(fields(fields(resource.data).spec).rules).indexOf(rule.node) + 1;
}
const nameOf = ({ namespace, resource }: AuthorizationPolicy): string => `${namespace}/${resource.name}`;

function providerOf({ resource }: AuthorizationPolicy): string {
  const { spec } = resource.data as { spec?: { provider?: { name?: unknown } } };
  return typeof spec?.provider?.name === 'string' ? spec.provider.name : '';
}
