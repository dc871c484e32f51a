import { type Hop, hop } from '../../core/trace.ts';
import type { Call } from './call.ts';
import { outside, portMissing } from './direct.ts';
import { forward, passThrough } from './forward.ts';
import { hops } from './hops.ts';
import type { Mesh } from './mesh.ts';
import type { RequestOutcome } from './outcome.ts';
import type { MeshService } from './registry.ts';
import { lookUp } from './resolve.ts';
import { outcomeOf } from './result.ts';
import { chooseRoute } from './route/choose.ts';
import { virtualServiceFor } from './route/select.ts';
import type { Client } from './source.ts';

/**
 * A client with a proxy. HTTP is routed by its authority: the VirtualService of that host decides, else the Service as
 * it is. Anything else goes by address.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/traffic-routing/
 */
export function sendThroughSidecar(
  mesh: Mesh,
  client: Client,
  call: Call,
  service: MeshService | 'outside',
  say: (hop: Hop) => void,
): RequestOutcome {
  const port = service === 'outside' ? undefined : service.ports.find(({ number }) => number === call.port);
  if (service !== 'outside' && !port) return portMissing(service, call, say);
  const protocol = port?.protocol ?? 'auto';
  const isHttp = call.scheme === 'http' && (protocol === 'http' || protocol === 'auto');
  if (!isHttp || (service !== 'outside' && service.headless)) return passThrough(mesh, client, call, service, say);
  return routeHttp(mesh, client, call, service, say);
}

function routeHttp(
  mesh: Mesh,
  client: Client,
  call: Call,
  connected: MeshService | 'outside',
  say: (hop: Hop) => void,
): RequestOutcome {
  const asked = hostOfAuthority(call);
  const named = asked === call.host ? connected : lookUp(mesh, client.namespace, asked);
  const service = typeof named === 'string' ? undefined : named;
  const virtual =
    service || call.port === 80 ? virtualServiceFor(mesh, client, service?.host ?? asked, say) : undefined;
  if (virtual) {
    const route = chooseRoute(virtual.routes(), call, client, say);
    if (!route) return outcomeOf([{ failure: { refusal: 'no-route', flag: 'NR', status: 404, share: 1 } }], undefined);
    return forward(mesh, client, call, route, say);
  }
  say(hop(hops, 'route', 'noVirtualService', { host: asked }));
  if (service?.ports.some(({ number }) => number === call.port)) {
    return passThrough(mesh, client, call, service, say);
  }
  return connected === 'outside' ? outside(call) : passThrough(mesh, client, call, connected, say);
}

function hostOfAuthority({ authority }: Call): string {
  return authority.toLowerCase().replace(/:\d+$/, '');
}
