import type { DestinationRule, TrafficPolicy } from '../../../model/mesh/destination-rule.ts';
import type { Fields } from '../../../model/mesh/fields.ts';
import type { MergedRule } from './lookup.ts';

type Block = 'tls' | 'loadBalancer' | 'connectionPool' | 'outlierDetection';

/** A block of a traffic policy and the rule it stands in. */
export interface Effective {
  readonly node: Fields;
  readonly from: DestinationRule;
}

/**
 * The block of a DestinationRule that holds for a port and subset. The rule's own policy comes first and the subset's
 * overrides it block by block; in either, `portLevelSettings` for the port replace every block, absent ones included.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy
 */
export function effectiveBlock(
  rule: MergedRule | undefined,
  subset: string | undefined,
  port: number,
  name: Block,
): Effective | undefined {
  if (!rule) return undefined;
  const base = rule.policy && applied(undefined, rule.policy.policy, rule.policy.from, port, name);
  const own = subset === undefined ? undefined : rule.subsets.find((one) => one.subset.name === subset);
  return own?.subset.policy ? applied(base, own.subset.policy, own.from, port, name) : base;
}

/**
 * The block that is written nearest to a port and subset, where settings of the port that leave it out do not hide that of
 * the host: istiod marks endpoints by it.
 * @see tlsModeForDestinationRule in https://github.com/istio/istio/blob/release-1.31/pilot/pkg/xds/endpoints/mtls_checker.go
 */
export function nearestBlock(
  rule: MergedRule | undefined,
  subset: string | undefined,
  port: number,
  name: Block,
): Effective | undefined {
  const nearest = (policy: TrafficPolicy | undefined, from: DestinationRule): Effective | undefined => {
    const node = policy?.ports.find((one) => one.port === port && one[name])?.[name] ?? policy?.[name];
    return node && { node, from };
  };
  const own = subset === undefined ? undefined : rule?.subsets.find((one) => one.subset.name === subset);
  const base = rule?.policy && nearest(rule.policy.policy, rule.policy.from);
  return (own && nearest(own.subset.policy, own.from)) ?? base;
}

function applied(
  before: Effective | undefined,
  policy: TrafficPolicy,
  from: DestinationRule,
  port: number,
  name: Block,
): Effective | undefined {
  const settings = policy.ports.find((one) => one.port === port);
  if (settings) return settings[name] && { node: settings[name], from };
  return policy[name] ? { node: policy[name], from } : before;
}
