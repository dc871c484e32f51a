import { code } from '../../../core/code.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { isOfGatewayApi } from '../../../model/mesh/gateway-api.ts';
import type { Sidecar } from '../../../model/mesh/sidecar.ts';
import type { VirtualService } from '../../../model/mesh/virtual-service.ts';
import type { Call } from '../call.ts';
import { hops } from '../hops.ts';
import { bySpecificity, covers } from '../host.ts';
import type { HostedVirtualService } from '../hosted.ts';
import type { Mesh } from '../mesh.ts';
import { rejected } from '../rejected.ts';
import { importsRoutes, sidecarFor } from '../sidecar/imports.ts';
import type { Client } from '../source.ts';
import { exportRank, isVisible } from '../visibility.ts';
import { isForProxy } from './choose.ts';

/**
 * The VirtualService a sidecar applies to a host: of those bound to `mesh` and visible to the client, the one whose host
 * is most specific, and of several with the same host the oldest of those with the narrowest `exportTo`. Sidecars do not merge them. One that leaves the client
 * without any route (other labels, another port, a delegate that does not exist) routes nothing: without another one for the
 * same host, the Service stays as it is.
 * @param layer what is to be routed: requests, by `http`, or connections, by `tls` and `tcp`
 * @see https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services
 */
export function virtualServiceFor(
  mesh: Mesh,
  client: Client,
  host: string,
  call: Call,
  say: (hop: Hop) => void,
  layer: 'http' | 'connection' = 'http',
): HostedVirtualService | undefined {
  const named = mesh.virtualServices.flatMap((virtual) => {
    const best = virtual.hosts.filter((pattern) => covers(pattern, host)).sort(bySpecificity)[0];
    return best === undefined ? [] : [{ virtual, best }];
  });
  const sidecar = sidecarFor(mesh, client);
  const usable = named.filter(
    ({ virtual, best }) =>
      hasRoutes(virtual.config, layer) &&
      appliesHere(virtual, client, best === '*' ? () => {} : say) &&
      isKnown(virtual, client, sidecar, call.port, say),
  );
  const rank = ({ virtual: { config } }: (typeof usable)[number]) =>
    exportRank(config.exportTo, config.namespace, client.namespace);
  const ranked = usable.sort((a, b) => bySpecificity(a.best, b.best) || rank(a) - rank(b));
  // One without routes for this proxy still keeps those with a wider host away, and a wildcard those of the same host too.
  const same = ranked.filter(({ best }) => best === ranked[0]?.best);
  const eligible = ranked[0]?.best.startsWith('*') ? same.slice(0, 1) : same;
  const winner = eligible.find(({ virtual }) => layer === 'connection' || hasRoutesHere(virtual, client, call, say));
  for (const one of same) if (winner && one !== winner) sayConflict(one.virtual, winner.virtual, say);
  return winner?.virtual;
}

function hasRoutes({ http, tls, tcp }: VirtualService, layer: 'http' | 'connection'): boolean {
  return layer === 'http' ? http.length > 0 : tls.length + tcp.length > 0;
}

function hasRoutesHere(virtual: HostedVirtualService, client: Client, call: Call, say: (hop: Hop) => void): boolean {
  if (virtual.routes().some((route) => isForProxy(route, call, client))) return true;
  const { resource } = virtual.config;
  const data = { virtualService: resource.name, client: client.label, port: call.port };
  const at = fieldSpan(resource, 'spec', isOfGatewayApi(resource) ? 'rules' : 'http');
  say(hop(hops, 'route', 'noRouteHere', data, { resource: refOf(resource), at }));
  return false;
}

function appliesHere(virtual: HostedVirtualService, client: Client, say: (hop: Hop) => void): boolean {
  const { resource, gateways, exportTo, namespace } = virtual.config;
  const problem = virtual.problem();
  if (problem) {
    say(rejected(resource, problem));
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
        { virtualService, gateways: gateways.map(code) },
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

function isKnown(
  { config, hosts }: HostedVirtualService,
  client: Client,
  sidecar: Sidecar | undefined,
  port: number,
  say: (hop: Hop) => void,
): boolean {
  if (!sidecar || importsRoutes(sidecar, client, { namespace: config.namespace, hosts }, port)) return true;
  const data = { virtualService: config.resource.name, sidecar: sidecar.resource.name };
  const at = fieldSpan(sidecar.resource, 'spec', 'egress');
  say(hop(hops, 'sidecar', 'routesNotImported', data, { resource: refOf(sidecar.resource), at }));
  return false;
}

function sayConflict(loser: HostedVirtualService, winner: HostedVirtualService, say: (hop: Hop) => void): void {
  const { resource } = loser.config;
  const data = { virtualService: resource.name, winner: winner.config.resource.name };
  say(
    hop(hops, 'route', 'conflicting', data, { resource: refOf(resource), at: fieldSpan(resource, 'spec', 'hosts', 0) }),
  );
}
