import { hop } from '../../core/trace.ts';
import { fieldSpan, refOf } from '../../model/manifests/manifests.ts';
import { hostOfAuthority } from './call.ts';
import { chooseConnection, connectAlong } from './connection.ts';
import { portMissing } from './direct.ts';
import { forward, passThrough } from './forward.ts';
import { hops } from './hops.ts';
import type { RequestOutcome } from './outcome.ts';
import { isHttp } from './protocol.ts';
import { readPath } from './read-path.ts';
import type { MeshPort, MeshService } from './registry.ts';
import { lookUp, type Resolved } from './resolve.ts';
import { unrouted } from './result.ts';
import { chooseRoute } from './route/choose.ts';
import { sayMeantFor } from './route/elsewhere.ts';
import { defaultExtras } from './route/extras.ts';
import { virtualServiceFor } from './route/select.ts';
import type { Sending } from './sending.ts';
import { importsService, sidecarFor } from './sidecar/imports.ts';
import { leave } from './sidecar/outbound.ts';
import { sendToUnknown } from './sidecar/unknown.ts';
import { isVisible } from './visibility.ts';

/**
 * A client with a proxy. HTTP is routed by its authority: the VirtualService of that host decides, else the Service as
 * it is. Anything else goes by address.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/traffic-routing/
 */
export function sendThroughSidecar(sending: Sending, service: MeshService | 'outside'): RequestOutcome {
  const { call, say } = sending;
  if (service === 'outside')
    return call.scheme === 'http' ? routeHttp(sending, service) : passThrough(sending, service);
  const port = service.ports.find(({ number }) => number === call.port);
  if (!port)
    return service.kind === 'Service' ? portMissing(service, call, say) : sendThroughSidecar(sending, 'outside');
  const http = isRouted(call, service, port);
  if (!http && call.scheme === 'http') sayUnrouted(service, port, say);
  if (!http && !isKnown(sending, service)) return sendToUnknown(sending, service);
  return http ? routeHttp(sending, service) : routeConnection(sending, service);
}

/**
 * Whether the routes of a Service act on a call. Of a headless one they do where its port is declared to be HTTP: then `Host` decides,
 * whichever of its pods was asked for by name. Otherwise its addresses are listened to one by one.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/traffic-routing/#headless-services
 */
export function isRouted(call: Sending['call'], { headless }: MeshService, port: MeshPort): boolean {
  return isHttp(call, port) && (!headless || port.protocol === 'http');
}

/** Why the `http` routes of a Service do not act on a request of HTTP. */
function sayUnrouted(service: MeshService, port: MeshPort, say: Sending['say']): void {
  const { name, headless, resource } = service;
  const at = headless ? fieldSpan(resource, 'spec', 'clusterIP') : port.at;
  const where = { resource: refOf(resource), at };
  say(
    headless
      ? hop(hops, 'route', 'headless', { service: name }, where)
      : hop(hops, 'route', 'notHttp', { service: name, port: port.number, protocol: port.protocol }, where),
  );
}

function isKnown({ mesh, client, call }: Sending, service: MeshService): boolean {
  if (!isVisible(service.exportTo, service.namespace, client.namespace)) return false;
  return importsService(sidecarFor(mesh, client), client, service, call.port);
}

/** Without a `tls` or `tcp` route that takes the connection, it goes to the Service as it is. */
function routeConnection(sending: Sending, service: MeshService): RequestOutcome {
  const { mesh, client, call, say } = sending;
  const virtual = virtualServiceFor(mesh, client, service.host, call, say, 'connection');
  const chosen = virtual && chooseConnection(virtual.config, call, client, undefined, say);
  if (!chosen && call.scheme === 'https') sayIdleRoutes(sending, service);
  return chosen ? connectAlong(sending, chosen) : passThrough(sending, service);
}

/**
 * The `http` routes of a host that is called by `https://`: the application encrypts, and the proxy sees TLS.
 * @see https://istio.io/latest/docs/tasks/traffic-management/egress/egress-control/#manage-traffic-to-external-services
 */
function sayIdleRoutes({ mesh, client, call, say }: Sending, service: MeshService): void {
  const virtual = virtualServiceFor(mesh, client, service.host, call, () => {});
  if (!virtual) return;
  const { resource } = virtual.config;
  const where = { resource: refOf(resource), at: fieldSpan(resource, 'spec', 'http') };
  say(hop(hops, 'route', 'encryptedByApp', { virtualService: resource.name, host: call.host }, where));
}

function routeHttp(unread: Sending, connected: MeshService | 'outside'): RequestOutcome {
  const sending = { ...unread, call: readPath(unread) };
  const { mesh, client, call, say } = sending;
  const asked = hostOfAuthority(call);
  const named = asked === call.host ? connected : lookUp(mesh, client.namespace, asked);
  const service = isServed(sending, named) ? named : undefined;
  const decides = service !== undefined || call.port === 80;
  const host = service && (call.port !== 80 || !service.host.startsWith('*')) ? service.host : asked;
  const virtual = decides ? virtualServiceFor(mesh, client, host, call, say) : undefined;
  if (virtual) {
    const route = chooseRoute(virtual.routes(), call, client, say);
    if (route) return forward(sending, route);
    return unrouted();
  }
  if (!service) return connected === 'outside' ? leave(sending) : sendToUnknown(sending, connected);
  sayMeantFor(mesh, service, say);
  say(hop(hops, 'route', 'noVirtualService', { host: asked }));
  return passThrough(sending, service, defaultExtras);
}

/** Whether the proxy has routes for a host on the port of the call: those of any other go by the address, as they are. */
function isServed(sending: Sending, named: Resolved): named is MeshService {
  if (typeof named === 'string' || named.kind === 'Pod' || !isKnown(sending, named)) return false;
  return named.ports.some(({ number }) => number === sending.call.port);
}
