import { code } from '../../../core/code.ts';
import type { Span } from '../../../core/span.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import type { AuthorizationPolicy, PolicyRule } from '../../../model/mesh/authorization-policy.ts';
import { keySpanOf, spanOf } from '../../../parse/yaml/located.ts';
import { hops } from '../hops.ts';
import { rootNamespace } from '../scope.ts';
import type { Facts } from './facts.ts';
import { nameOf, numberOf } from './naming.ts';
import { metParts, type Unmet, unmet } from './rule.ts';

/** How many policies a trace tells about. */
const told = 5;

/**
 * Tells what each ALLOW policy misses of a request that none allows: of its rule that comes nearest. The nearest of all is
 * told last. A policy that is for every pod of its scope may not be meant for this one, so that is told as well.
 * @returns the policy that came nearest
 */
export function sayNotAllowed(
  policies: readonly [AuthorizationPolicy, ...AuthorizationPolicy[]],
  facts: Facts,
  say: (hop: Hop) => void,
): AuthorizationPolicy {
  const missed = policies
    .flatMap((policy) => nearestRule(policy, facts))
    .sort((a, b) => a.met - b.met)
    .slice(-told);
  for (const { policy, rule, problem } of missed) say(sayMissed(policy, rule, problem));
  const nearest = missed.at(-1);
  const policy = nearest?.policy ?? policies[0];
  const { resource } = policy;
  const wide = sayScope(policy);
  if (wide) say(wide);
  const at = wide?.at ?? (nearest ? spanOfUnmet(policy, nearest.problem) : fieldSpan(resource, 'spec', 'rules'));
  const data = { policies: policies.map((one) => `\`${nameOf(one)}\``) };
  say(
    hop(hops, 'authorization', nearest ? 'allowedByNone' : 'nothingAllowed', data, { resource: refOf(resource), at }),
  );
  return policy;
}

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
  const { field, found } = problem;
  const where = { resource: refOf(policy.resource), at: spanOfUnmet(policy, problem) };
  const wanted = problem.wanted.map(code);
  const data = { policy: nameOf(policy), rule: numberOf(policy, rule), field, wanted };
  if (found !== undefined) return hop(hops, 'authorization', 'ruleMisses', { ...data, found }, where);
  return hop(hops, 'authorization', identityFields.test(field) ? 'ruleLacksIdentity' : 'ruleLacksFact', data, where);
}

/** What only the certificate of the client tells. */
const identityFields = /^(?:source\.)?(?:principal|namespace|serviceAccount|trustDomain)s?$/;

function spanOfUnmet({ resource }: AuthorizationPolicy, { node, field }: Unmet): Span {
  return spanOf(node, field) ?? spanOf(node) ?? resource.at;
}

/** Says that a policy without selector is for all the pods of its namespace, or of the mesh. */
function sayScope(wide: AuthorizationPolicy): Hop | undefined {
  const { resource, namespace, selector, targeted } = wide;
  if (selector !== undefined || targeted) return undefined;
  const where = { resource: refOf(resource), at: keySpanOf(resource.data, 'spec') ?? resource.at };
  const policy = nameOf(wide);
  return namespace === rootNamespace
    ? hop(hops, 'authorization', 'policyForMesh', { policy }, where)
    : hop(hops, 'authorization', 'policyForNamespace', { policy, namespace }, where);
}
