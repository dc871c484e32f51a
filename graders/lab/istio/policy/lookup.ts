import type { DestinationRule } from '../../../model/mesh/destination-rule.ts';
import type { Labels } from '../../cluster/index.ts';
import { bySpecificity, covers } from '../host.ts';
import type { HostedDestinationRule } from '../hosted.ts';
import type { Mesh } from '../mesh.ts';
import { rootNamespace } from '../scope.ts';
import { isVisible } from '../visibility.ts';
import { groupFor, groupsOf, type MergedRule, merged } from './merge.ts';

export type { MergedRule } from './merge.ts';

/** The client side of the question: which proxy wants to connect. */
export interface RuleClient {
  readonly namespace: string;
  readonly labels: Labels;
}

/**
 * The DestinationRule a client applies to a service: one of the client's namespace, else one of the service's, else one
 * of the root namespace. In each of them the most specific host wins, and rules of the same host are merged. Of other
 * namespaces only the rules that are exported at all compete, and then the client has to see the winner.
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
  const isRoot = client.namespace === rootNamespace;
  const own = mostSpecific(
    candidates.filter(
      ({ config }) =>
        config.namespace === client.namespace &&
        (isRoot ? isPrivate(config) : isVisible(config.exportTo, config.namespace, client.namespace)),
    ),
  );
  if (own) return chosen(own, client);
  for (const namespace of [service.namespace, rootNamespace]) {
    const best = mostSpecific(candidates.filter(({ config }) => config.namespace === namespace && !isPrivate(config)));
    const seen = best && {
      ...best,
      groups: best.groups.filter(([first]) => isVisible(first.exportTo, namespace, client.namespace)),
    };
    if (seen && seen.groups.length > 0) return chosen(seen, client);
  }
  return undefined;
}

/** Only for its own namespace, as every rule with a `workloadSelector`. */
function isPrivate({ exportTo, namespace, workloadSelector }: DestinationRule): boolean {
  if (workloadSelector) return true;
  return exportTo?.length === 1 && (exportTo[0] === '.' || exportTo[0] === namespace);
}

interface OfHost {
  readonly host: string;
  readonly groups: ReturnType<typeof groupsOf>;
}

function mostSpecific(candidates: readonly HostedDestinationRule[]): OfHost | undefined {
  const [best] = [...candidates].sort((a, b) => bySpecificity(a.host, b.host));
  if (!best) return undefined;
  const same = candidates.filter(({ host }) => host === best.host);
  return { host: best.host, groups: groupsOf(same.map(({ config }) => config)) };
}

function chosen({ host, groups }: OfHost, { labels }: RuleClient): MergedRule | undefined {
  const group = groupFor(groups, labels);
  return group && merged(host, group);
}
