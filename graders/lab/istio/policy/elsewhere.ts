import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { hops } from '../hops.ts';
import { covers } from '../host.ts';
import type { HostedDestinationRule } from '../hosted.ts';
import type { Mesh } from '../mesh.ts';
import type { MeshService } from '../registry.ts';
import { isVisible } from '../visibility.ts';
import type { RuleClient } from './lookup.ts';

/** Rules of which a trace tells; more only make it long. */
const toldAtMost = 3;

/**
 * The DestinationRules that define a subset which a client does not find, and why each of them is not for it: another
 * host, hidden by `exportTo`, for other workloads, or in a namespace that does not count.
 */
export function saySubsetElsewhere(
  mesh: Mesh,
  client: RuleClient & { readonly label: string },
  service: MeshService,
  subset: string,
  say: (hop: Hop) => void,
): void {
  const defining = [...[...mesh.destinationRules.values()].flat(), ...mesh.wildcardRules].filter(
    ({ config, host }) =>
      config.subsets.some(({ name }) => name === subset) &&
      (covers(host, service.host) || isMeant(mesh, host, service)),
  );
  for (const hosted of defining.slice(0, toldAtMost)) say(reasonOf(hosted, client, service, subset));
}

/** A host that looks like that of a Service, or that of a Service that does not exist. */
export function isMeant({ registry }: Mesh, host: string, service: Pick<MeshService, 'host'>): boolean {
  return (
    isNamedAlike(host, service) || (host.endsWith('.svc.cluster.local') && !host.includes('*') && !registry.has(host))
  );
}

/** `reviews.shop` or `reviews.other.svc.cluster.local`, where `reviews.shop.svc.cluster.local` is meant. */
function isNamedAlike(host: string, { host: full }: Pick<MeshService, 'host'>): boolean {
  return host !== full && host.split('.')[0] === full.split('.')[0];
}

function reasonOf(
  { config, host }: HostedDestinationRule,
  client: RuleClient & { label: string },
  service: MeshService,
  subset: string,
) {
  const { resource, namespace, exportTo, workloadSelector } = config;
  const data = { rule: resource.name, subset };
  const at = (...path: string[]) => ({ resource: refOf(resource), at: fieldSpan(resource, ...path) });
  if (!covers(host, service.host)) {
    return hop(hops, 'subset', 'subsetOtherHost', { ...data, other: host, host: service.host }, at('spec', 'host'));
  }
  if (workloadSelector) {
    return hop(hops, 'subset', 'subsetForOthers', { ...data, client: client.label }, at('spec', 'workloadSelector'));
  }
  if (!isVisible(exportTo, namespace, client.namespace)) {
    const hidden = { ...data, namespace: client.namespace };
    return hop(hops, 'subset', 'subsetNotShown', hidden, at('spec', 'exportTo'));
  }
  return hop(
    hops,
    'subset',
    'subsetOverruled',
    { ...data, namespace, client: client.label },
    at('metadata', 'namespace'),
  );
}
