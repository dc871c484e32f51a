import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import type { VirtualService } from '../../../model/mesh/virtual-service.ts';
import { hops } from '../hops.ts';
import { bySpecificity, covers } from '../host.ts';
import type { HostedVirtualService, Mesh } from '../mesh.ts';
import type { Client } from '../source.ts';
import { isVisible } from '../visibility.ts';

/**
 * The VirtualService a sidecar applies to a host: of those bound to `mesh` and visible to the client, the one whose host
 * is most specific, and of several with the same host the oldest. Sidecars do not merge them.
 * @see https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services
 */
export function virtualServiceFor(
  mesh: Mesh,
  client: Client,
  host: string,
  say: (hop: Hop) => void,
  hasRoutes: (config: VirtualService) => boolean = ({ http }) => http.length > 0,
): HostedVirtualService | undefined {
  const named = mesh.virtualServices.flatMap((virtual) => {
    const best = virtual.hosts.filter((pattern) => covers(pattern, host)).sort(bySpecificity)[0];
    return best === undefined ? [] : [{ virtual, best }];
  });
  const usable = named.filter(({ virtual }) => hasRoutes(virtual.config) && appliesHere(virtual, client, say));
  const [winner, ...others] = usable.sort((a, b) => bySpecificity(a.best, b.best));
  for (const { virtual, best } of others) {
    if (winner && best === winner.best) sayConflict(virtual, winner.virtual, say);
  }
  return winner?.virtual;
}

function appliesHere(virtual: HostedVirtualService, client: Client, say: (hop: Hop) => void): boolean {
  const { resource, gateways, exportTo, namespace } = virtual.config;
  const problem = virtual.problem();
  if (problem) {
    const name = `${resource.kind} ${resource.name}`;
    say(hop(hops, 'config', 'rejected', { name }, { resource: refOf(resource), at: problem.at }));
    return false;
  }
  const virtualService = resource.name;
  if (!gateways.includes('mesh')) {
    const at = fieldSpan(resource, 'spec', 'gateways', 0);
    say(
      hop(
        hops,
        'route',
        'otherGateways',
        { virtualService, gateways: [...gateways] },
        { resource: refOf(resource), at },
      ),
    );
    return false;
  }
  if (!isVisible(exportTo, namespace, client.namespace)) {
    const at = fieldSpan(resource, 'spec', 'exportTo', 0);
    const data = { virtualService, namespace: client.namespace };
    say(hop(hops, 'route', 'notVisible', data, { resource: refOf(resource), at }));
    return false;
  }
  return true;
}

function sayConflict(loser: HostedVirtualService, winner: HostedVirtualService, say: (hop: Hop) => void): void {
  const { resource } = loser.config;
  const data = { virtualService: resource.name, winner: winner.config.resource.name };
  say(
    hop(hops, 'route', 'conflicting', data, { resource: refOf(resource), at: fieldSpan(resource, 'spec', 'hosts', 0) }),
  );
}
