import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import type { AuthorizationPolicy } from '../../../model/mesh/authorization-policy.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { hops } from '../hops.ts';
import { rootNamespace } from '../scope.ts';
import type { Facts } from './facts.ts';
import { sayMissed, spanOfUnmet } from './missed.ts';
import { nameOf } from './naming.ts';

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
  const nearest = sayMissed(policies, { facts, withoutHttp: 'fails' }, say);
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
