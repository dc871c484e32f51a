import { hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import { answered } from '../answer.ts';
import { sendDirect } from '../direct.ts';
import { legsOf } from '../gateway/through.ts';
import type { RequestOutcome } from '../outcome.ts';
import { isHttp } from '../protocol.ts';
import { type Group, groupsOf, type Leg } from '../receive.ts';
import type { MeshPort, MeshService } from '../registry.ts';
import { receive } from '../secure.ts';
import type { Sending } from '../sending.ts';
import { type Binding, bindingOfPod, bindingOfService } from './binding.ts';
import { hops } from './hops.ts';
import { sayIdleRoutes } from './routes.ts';
import { throughWaypoint } from './through.ts';

/**
 * What the node proxy of an ambient client does: traffic for a Service goes to the waypoint of the Service, and traffic
 * for the address of a pod, as that of a headless Service is, to the waypoint of the pod. Without one it goes straight to
 * the pods.
 * @see https://istio.io/latest/docs/ambient/usage/waypoint/#waypoint-traffic-types
 */
export function sendFromNode(sending: Sending, service: MeshService | 'outside'): RequestOutcome {
  if (service === 'outside') return sendDirect(sending, service);
  const { mesh, client, call } = sending;
  const port = service.ports.find(({ number }) => number === call.port);
  if (!port) return sendDirect(sending, service);
  if (service.headless && service.endpoints(port.number).some(({ pod }) => bindingOfPod(mesh.waypoints, pod)))
    return sendToPods(sending, service, port);
  const binding = service.headless ? undefined : bindingOfService(mesh.waypoints, service);
  if (!binding || !('waypoint' in binding)) {
    if (binding) sayProblem(sending, binding, service.name);
    if (isHttp(call, port)) sayIdleRoutes(mesh, client.namespace, service, sending.say);
    return sendDirect(sending, service);
  }
  const { asked, resource, at, waypoint } = binding;
  const data = { target: service.name, waypoint: asked, client: client.label };
  sending.say(hop(hops, 'waypoint', 'taken', data, { resource: refOf(resource), at }));
  return throughWaypoint(sending, waypoint, { service, port });
}

/** Each workload behind a headless Service may have its own waypoint, or none. */
function sendToPods(sending: Sending, service: MeshService, port: MeshPort): RequestOutcome {
  const groups = groupsOf(service.endpoints(port.number), 1);
  const legs = groups.flatMap((group) => toGroup(sending, service.host, port, group));
  return answered(legs, sending.call);
}

/** The pods of one workload, by their addresses. */
export function toGroup(sending: Sending, host: string, port: MeshPort, group: Group): readonly Leg[] {
  const { mesh, client, call, say } = sending;
  const [pod] = group.pods;
  const binding = bindingOfPod(mesh.waypoints, pod);
  if (!binding || !('waypoint' in binding)) {
    if (binding) sayProblem(sending, binding, pod.workload.name);
    return [receive({ mesh, client, call, to: host, http: isHttp(call, port) }, group, say)];
  }
  const { asked, resource, at, waypoint } = binding;
  const data = { target: pod.workload.name, waypoint: asked, client: client.label };
  say(hop(hops, 'waypoint', 'taken', data, { resource: refOf(resource), at }));
  const outcome = throughWaypoint(sending, waypoint, { host, port, group: { ...group, share: 1 } });
  return legsOf(outcome, group.share, { host, workload: waypointWorkload(waypoint), port: port.number });
}

/** A waypoint as the workload of a leg, whose pods Istio starts and no file labels. */
export const waypointWorkload = ({ namespace, name }: { readonly namespace: string; readonly name: string }) => ({
  namespace,
  name,
  labels: {},
});

/** Why there is no waypoint although one is asked for. */
export function sayProblem({ say }: Sending, binding: Exclude<Binding, { waypoint: unknown }>, target: string): void {
  const { asked, resource, at, problem } = binding;
  const where = { resource: refOf(resource), at };
  const data = { target, waypoint: asked };
  if (problem === 'otherTraffic') {
    say(hop(hops, 'waypoint', problem, { ...data, traffic: binding.traffic }, where));
  } else say(hop(hops, 'waypoint', problem, data, where));
}
