import { pairsAsCode } from '../../../core/code.ts';
import type { Span } from '../../../core/span.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import type { AuthorizationPolicy } from '../../../model/mesh/authorization-policy.ts';
import { textPairs } from '../../../model/mesh/fields.ts';
import { hops } from '../hops.ts';
import { isFor, rootNamespace, type Workload } from '../scope.ts';
import { nameOf } from './naming.ts';

/** A workload as the trace names it. */
export type NamedWorkload = Workload & { readonly name: string };

/** How many idle policies a trace tells about. */
const told = 3;

/**
 * Tells that no policy decides about a workload, and why those that there are do not: they are for others, or they only
 * watch. The one that comes nearest is told last. Nothing is said in a mesh without policies.
 */
export function sayUnguarded(
  policies: readonly AuthorizationPolicy[],
  workload: NamedWorkload,
  say: (hop: Hop) => void,
): void {
  const reasons = policies.map((policy) => ({ policy, reason: reasonOf(policy, workload) }));
  if (reasons.length === 0 || reasons.some(({ reason }) => reason === undefined)) return;
  const nearest = reasons
    .flatMap(({ policy, reason }) => (reason ? [{ policy, ...reason }] : []))
    .sort((a, b) => a.near - b.near)
    .slice(-told);
  for (const { message, policy, at } of nearest) {
    const data = { policy: nameOf(policy), workload: workload.name };
    const facts = { ...data, namespace: policy.namespace, labels: labelsOf(policy) };
    say(hop(hops, 'authorization', message, facts, { resource: refOf(policy.resource), at }));
  }
  const at = nearest.at(-1)?.at;
  say(hop(hops, 'authorization', 'unguarded', { workload: workload.name }, at && { at }));
}

interface Reason {
  readonly message: 'policyElsewhere' | 'policyOtherPods' | 'policyTargeted' | 'policyAudits' | 'policyDryRun';
  readonly at: Span;
  readonly near: number;
}

/** Why a policy decides nothing about a workload; undefined when it may. */
function reasonOf(policy: AuthorizationPolicy, workload: NamedWorkload): Reason | undefined {
  const { resource, namespace, action, targeted, dryRun } = policy;
  const at = (...path: string[]) => fieldSpan(resource, ...path);
  if (namespace !== rootNamespace && namespace !== workload.namespace) {
    return { message: 'policyElsewhere', at: at('metadata', 'namespace'), near: 0 };
  }
  if (targeted) return { message: 'policyTargeted', at: at('spec', 'targetRefs'), near: 2 };
  if (!isFor(policy, workload)) return { message: 'policyOtherPods', at: at('spec', 'selector'), near: 1 };
  if (dryRun) return { message: 'policyDryRun', at: at('metadata', 'annotations', 'istio.io/dry-run'), near: 3 };
  return action === 'AUDIT' ? { message: 'policyAudits', at: at('spec', 'action'), near: 3 } : undefined;
}

function labelsOf({ selector = {} }: AuthorizationPolicy): readonly string[] {
  return pairsAsCode(textPairs(selector));
}
