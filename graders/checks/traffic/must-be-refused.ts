import { type Finding, finding } from '../../core/finding.ts';
import type { Json } from '../../core/json.ts';
import type { Hop } from '../../core/trace.ts';
import { type HopKey, says } from '../../core/trace.ts';
import { hops } from '../../lab/istio/hops.ts';
import type { Refusal } from '../../lab/istio/index.ts';
import type { Asked } from './asked.ts';
import { answered } from './findings.ts';
import { reasons } from './reasons.ts';
import { sentenceOf } from './say.ts';

/** A request that must be refused, for any reason or for one of those given, and is not. */
export function mustBeRefused(asked: Asked, wanted: true | readonly Refusal[]): readonly Finding[] {
  const { outcome } = asked.trace;
  if (outcome.destinations.length > 0) return [allowed(asked, wanted)];
  if (wanted === true) return [];
  const { request, from, because } = asked;
  const at = asked.deciding('authorization', 'tls');
  if (outcome.failures.length === 0) {
    return [finding(answered, 'answeredByProxy', at, { request, from, status: outcome.status ?? 0 }, because)];
  }
  const other = outcome.failures.find(({ refusal }) => !wanted.includes(refusal));
  if (!other) return [];
  const data = { request, from, found: reasons[other.refusal] };
  const [only, ...others] = wanted;
  return only && others.length === 0
    ? [finding(answered, 'otherReason', at, { ...data, wanted: reasons[only] }, because)]
    : [finding(answered, 'lost', at, data, because)];
}

/** Says who let it pass: a rule, the absence of any, or a server that takes plaintext. */
function allowed(asked: Asked, wanted: true | readonly Refusal[]): Finding {
  const { request, from, because, trace } = asked;
  const workloads = trace.outcome.destinations.map(({ workload }) => `\`${workload}\``);
  const data = { request, from, workloads };
  const at = asked.deciding('authorization', 'tls', 'route');
  if (wanted !== true && wanted.includes('plaintext-refused') && !wanted.includes('denied-by-policy')) {
    return plaintextAllowed(asked, data);
  }
  const decided = trace.hops.findLast(({ stage }) => stage === 'authorization');
  const by = decided && told(decided);
  if (by === 'byRule') return finding(answered, by, at, { ...data, ...ruleOf(decided) }, because);
  const idle = trace.hops.findLast((hop) => says(hop, hops, ...aside));
  if (by === 'unguarded') return finding(answered, by, at, { ...data, why: sentenceOf(idle) }, because);
  return finding(answered, by ?? 'allowed', at, data, because);
}

/** Says why a connection that should be refused as it is not encrypted is not refused, or is encrypted. */
function plaintextAllowed(
  { trace, because, deciding }: Asked,
  data: { readonly request: string; readonly from: string; readonly workloads: readonly string[] },
): Finding {
  const at = deciding('tls');
  const hop = trace.hops.findLast(({ stage }) => stage === 'tls');
  const mode = hop?.data.server ?? 'none';
  if (trace.outcome.tls !== 'plaintext') return finding(answered, 'notPlaintext', at, data, because);
  if (mode === 'none') return finding(answered, 'noProxy', at, data, because);
  if (hop?.data.unset === true) {
    const policy = `${hop.resource?.namespace}/${hop.resource?.name}`;
    return finding(answered, 'plaintextUnset', at, { ...data, policy }, because);
  }
  return hop?.at
    ? finding(answered, 'plaintextTaken', at, { ...data, mode }, because)
    : finding(answered, 'plaintextByDefault', at, data, because);
}

function told(hop: Hop): 'byRule' | 'unopposed' | 'unguarded' | undefined {
  if (says(hop, hops, 'allowedBy')) return 'byRule';
  if (says(hop, hops, 'noneDenies')) return 'unopposed';
  return says(hop, hops, 'unguarded') ? 'unguarded' : undefined;
}

/** A policy that is there and does not decide, or not for these pods alone. */
const aside: readonly HopKey<typeof hops>[] = [
  'policyForNamespace',
  'policyForMesh',
  'policyElsewhere',
  'policyOtherPods',
  'policyTargeted',
  'policyAudits',
  'policyDryRun',
];

/** The rule and the policy that a hop of authorization names. */
export function ruleOf({ data }: Pick<Hop, 'data'> = { data: {} }): { readonly rule: Json; readonly policy: Json } {
  return { rule: data.rule ?? 0, policy: data.policy ?? '' };
}
