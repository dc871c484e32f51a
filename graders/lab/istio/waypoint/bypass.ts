import { hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import { legsOf } from '../gateway/through.ts';
import type { Leg } from '../receive.ts';
import type { MeshService } from '../registry.ts';
import type { Sending } from '../sending.ts';
import type { Upstream } from '../upstream.ts';
import { bindingOfService, gatewaysUseWaypoint } from './binding.ts';
import { waypointWorkload } from './from-node.ts';
import { hops } from './hops.ts';
import { throughWaypoint } from './through.ts';

/**
 * Tells that a client with a sidecar, or outside the mesh, passes the waypoint of a Service by: only node proxies know
 * of waypoints.
 * @see https://istio.io/latest/docs/ambient/architecture/data-plane/#in-mesh-routing
 */
export function sayBypass({ mesh, client, say }: Sending, service: MeshService | 'outside'): void {
  const binding = service === 'outside' ? undefined : bindingOfService(mesh.waypoints, service);
  if (service === 'outside' || !binding || !('waypoint' in binding)) return;
  const message = client.proxied ? 'bypassedBySidecar' : 'bypassedOutsideMesh';
  const data = { client: client.label, waypoint: binding.asked, target: service.name };
  say(hop(hops, 'waypoint', message, data, { resource: refOf(binding.resource), at: binding.at }));
}

/**
 * Traffic that a gateway sends to a Service goes through the waypoint of the Service only where a label asks for it.
 * @param upstream where the gateway sends it
 * @returns undefined when it goes straight to the pods
 * @see https://istio.io/latest/docs/reference/config/labels/
 */
export function fromGateway(sending: Sending, upstream: Upstream, share: number): readonly Leg[] | undefined {
  const { mesh, client, say } = sending;
  const { service, port } = upstream;
  const binding = bindingOfService(mesh.waypoints, service);
  if (!binding || !('waypoint' in binding)) return undefined;
  const { asked, resource, at, waypoint } = binding;
  const asks = gatewaysUseWaypoint(mesh.waypoints, service);
  const where = { resource: refOf(resource), at };
  if (!asks) {
    const data = { client: client.label, waypoint: asked, target: service.name };
    say(hop(hops, 'waypoint', 'bypassedByGateway', data, where));
    return undefined;
  }
  say(hop(hops, 'waypoint', 'takenByGateway', { target: service.name, waypoint: asked }, where));
  const outcome = throughWaypoint(sending, waypoint, { service, port });
  return legsOf(outcome, share, { host: service.host, workload: waypointWorkload(waypoint), port: port.number });
}
