import type { DestinationRule, Subset, TrafficPolicy } from '../../../model/mesh/destination-rule.ts';
import { hasLabels, type Labels } from '../../cluster/index.ts';
import { bySpecificity, covers } from '../host.ts';
import type { HostedDestinationRule, Mesh } from '../mesh.ts';
import { rootNamespace } from '../scope.ts';
import { isVisible } from '../visibility.ts';

/** The DestinationRules of one host as one: subsets by unique name, and the first traffic policy. */
export interface MergedRule {
  readonly host: string;
  readonly rules: readonly DestinationRule[];
  readonly subsets: readonly { readonly subset: Subset; readonly from: DestinationRule }[];
  readonly policy: { readonly policy: TrafficPolicy; readonly from: DestinationRule } | undefined;
}

/** The client side of the question: which proxy wants to connect. */
export interface RuleClient {
  readonly namespace: string;
  readonly labels: Labels;
}

/**
 * The DestinationRule a client applies to a service: one of the client's namespace, else one of the service's, else one
 * of the root namespace. In each of them the most specific host wins, and rules of the same host are merged.
 * @see https://istio.io/latest/docs/ops/best-practices/traffic-management/#cross-namespace-configuration
 */
export function destinationRuleFor(
  mesh: Mesh,
  client: RuleClient,
  service: { readonly host: string; readonly namespace: string },
): MergedRule | undefined {
  const candidates = [
    ...(mesh.destinationRules.get(service.host) ?? []),
    ...mesh.wildcardRules.filter(({ host }) => covers(host, service.host)),
  ];
  if (candidates.length === 0) return undefined;
  const places = client.namespace === rootNamespace ? [rootNamespace] : [client.namespace];
  for (const namespace of [...places, service.namespace, rootNamespace]) {
    const visible = candidates.filter(({ config }) => config.namespace === namespace && usable(config, client));
    if (visible.length > 0) return mostSpecific(visible);
  }
  return undefined;
}

/** A rule with a `workloadSelector` is only for those clients of its own namespace. */
function usable(rule: DestinationRule, client: RuleClient): boolean {
  if (!rule.workloadSelector) return isVisible(rule.exportTo, rule.namespace, client.namespace);
  return (
    rule.namespace === client.namespace && hasLabels(rule.workloadSelector as Record<string, string>, client.labels)
  );
}

function mostSpecific(candidates: readonly HostedDestinationRule[]): MergedRule | undefined {
  const [best] = [...candidates].sort((a, b) => bySpecificity(a.host, b.host));
  if (!best) return undefined;
  const same = candidates.filter(({ host }) => host === best.host).map(({ config }) => config);
  const selected = same.find(({ workloadSelector }) => workloadSelector !== undefined);
  return merge(best.host, selected ? [selected] : same);
}

function merge(host: string, rules: readonly DestinationRule[]): MergedRule {
  const subsets = new Map<string, { subset: Subset; from: DestinationRule }>();
  for (const from of rules) {
    for (const subset of from.subsets) if (!subsets.has(subset.name)) subsets.set(subset.name, { subset, from });
  }
  const first = rules.find(({ policy }) => policy !== undefined);
  return {
    host,
    rules,
    subsets: [...subsets.values()],
    policy: first?.policy && { policy: first.policy, from: first },
  };
}
