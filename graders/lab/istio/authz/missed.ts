import { code } from '../../../core/code.ts';
import type { Span } from '../../../core/span.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import type { AuthorizationPolicy, PolicyRule } from '../../../model/mesh/authorization-policy.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hops } from '../hops.ts';
import { nameOf, numberOf } from './naming.ts';
import { metParts, type Question, type Unmet, unmet } from './rule.ts';

/** A rule of a policy that does not match a request, and what it misses. */
export interface Missed {
  readonly policy: AuthorizationPolicy;
  readonly rule: PolicyRule;
  readonly problem: Unmet;
}

/** How many policies a trace tells about. */
const told = 5;

/**
 * Tells what each policy misses of a request that none of them matches: of its rule that comes nearest. The nearest of all
 * is told last.
 * @returns that one; undefined for policies without rules
 */
export function sayMissed(
  policies: readonly AuthorizationPolicy[],
  asked: Omit<Question, 'policy'>,
  say: (hop: Hop) => void,
): Missed | undefined {
  const missed = policies
    .flatMap((policy) => nearestRule(policy, { ...asked, policy }))
    .sort((a, b) => a.met - b.met)
    .slice(-told);
  for (const one of missed) say(missedHop(one));
  return missed.at(-1);
}

function nearestRule(policy: AuthorizationPolicy, question: Question) {
  const missed = policy.rules.flatMap((rule) => {
    const problem = unmet(rule, question);
    return problem ? [{ policy, rule, problem, met: metParts(rule, question) }] : [];
  });
  const most = Math.max(...missed.map(({ met }) => met));
  return missed.filter(({ met }) => met === most).slice(0, 1);
}

function missedHop({ policy, rule, problem }: Missed): Hop {
  const { field, found } = problem;
  const where = { resource: refOf(policy.resource), at: spanOfUnmet(policy, problem) };
  const wanted = problem.wanted.map(code);
  const data = { policy: nameOf(policy), rule: numberOf(policy, rule), field, wanted };
  if (found !== undefined) return hop(hops, 'authorization', 'ruleMisses', { ...data, found }, where);
  return hop(hops, 'authorization', identityFields.test(field) ? 'ruleLacksIdentity' : 'ruleLacksFact', data, where);
}

/** What only the certificate of the client tells. */
const identityFields = /^(?:source\.)?(?:principal|namespace|serviceAccount|trustDomain)s?$/;

/** The field that asks for what the request does not have. */
export function spanOfUnmet({ resource }: AuthorizationPolicy, { node, field }: Unmet): Span {
  return spanOf(node, field) ?? spanOf(node) ?? resource.at;
}
