import { own } from '../../../core/own.ts';
import type { Span } from '../../../core/span.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { podTemplateOf } from '../../../model/workloads/templates.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import type { Labels, PodState } from '../../cluster/index.ts';
import type { MeshService } from '../registry.ts';
import { handles, managed, type Waypoint, type WaypointTraffic, type WaypointWorld } from './waypoints.ts';

/** Which waypoint the traffic to something goes through, by the label that says so. */
export type Binding = {
  /** `namespace/name` of the waypoint that is asked for. */
  readonly asked: string;
  readonly resource: Resource;
  readonly at: Span;
} & (
  | { readonly waypoint: Waypoint }
  /** There is nothing to go through, and so the traffic goes on without it. */
  | { readonly problem: 'missing' | 'notAllowed' }
  | { readonly problem: 'otherTraffic'; readonly traffic: string }
);

/** What may ask for a waypoint: a Service, a ServiceEntry or a pod. */
export interface Asking {
  readonly namespace: string;
  readonly labels: Labels;
  readonly resource: Resource;
  /** Where its labels stand. */
  readonly written: unknown;
}

/** Names the waypoint of what carries it. */
export const useLabel = 'istio.io/use-waypoint';
const namespaceLabel = 'istio.io/use-waypoint-namespace';

/**
 * The waypoint of a Service or a pod: the one that its own label names, else the one of its namespace; `none` leaves it
 * without. A waypoint that is missing, that does not admit the namespace, or that is for traffic addressed otherwise, is
 * none: the request goes on without it.
 * @returns undefined where nobody asks for one
 * @see https://istio.io/latest/docs/ambient/usage/waypoint/#useawaypoint
 */
export function bindingOf(world: WaypointWorld, asking: Asking, wanted: WaypointTraffic): Binding | undefined {
  const own = labelOf(asking.labels, useLabel);
  const from = own === undefined ? fromNamespace(world, asking.namespace) : asking;
  const name = from && labelOf(from.labels, useLabel);
  if (!from || name === undefined || name === 'none') return undefined;
  const asked = `${labelOf(from.labels, namespaceLabel) ?? asking.namespace}/${name}`;
  const told = { asked, resource: from.resource, at: spanOf(from.written, useLabel) ?? from.resource.at };
  const waypoint = world.waypoints.get(asked);
  if (!waypoint) return { ...told, problem: 'missing' };
  if (!waypoint.admits(asking.namespace)) return { ...told, problem: 'notAllowed' };
  if (handles(waypoint, wanted)) return { ...told, waypoint };
  // A pod that only inherits a waypoint for Services is as it should be.
  if (wanted === 'workload' && own === undefined) return undefined;
  return { ...told, problem: 'otherTraffic', traffic: waypoint.traffic };
}

function fromNamespace(world: WaypointWorld, name: string): Asking | undefined {
  const resource = world.namespace(name);
  return resource && askingOf(resource);
}

/** Files may hold anything: a value that is no text is no label. */
function labelOf(labels: Labels | null | undefined, key: string): string | undefined {
  const value: unknown = own(labels, key);
  return typeof value === 'string' ? value : undefined;
}

/** A resource with the labels that it has itself. */
export function askingOf(resource: Resource): Asking {
  const { labels } = resource.metadata;
  return { namespace: resource.namespace ?? 'default', labels: labels ?? {}, resource, written: labels };
}

/** The waypoint for what is sent to a host by its name; nothing stands before waypoints themselves. */
export function bindingOfService(world: WaypointWorld, service: MeshService): Binding | undefined {
  if (service.kind === 'Service' && service.external) return undefined;
  const asking = { ...askingOf(service.resource), namespace: service.namespace };
  if (labelOf(asking.labels, managed.label) === managed.value) return undefined;
  return bindingOf(world, asking, 'service');
}

/** The waypoint for what is sent to the address of a pod. */
export function bindingOfPod(world: WaypointWorld, pod: PodState): Binding | undefined {
  const { from: resource, namespace, labels } = pod;
  const written = podTemplateOf(resource)?.metadata.labels;
  return bindingOf(world, { namespace, labels, resource, written }, 'workload');
}

/**
 * Whether gateways go through the waypoint of a Service too: its own label says so, else that of its namespace.
 * @see https://istio.io/latest/docs/reference/config/labels/
 */
export function gatewaysUseWaypoint(world: WaypointWorld, { resource, namespace }: MeshService): boolean {
  const label = 'istio.io/ingress-use-waypoint';
  const ofNamespace = () => labelOf(world.namespace(namespace)?.metadata.labels, label);
  return (labelOf(resource.metadata.labels, label) ?? ofNamespace())?.toLowerCase() === 'true';
}
