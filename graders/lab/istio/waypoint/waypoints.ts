import { lazy } from '../../../core/lazy.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { type Fields, fields, fieldsList } from '../../../model/mesh/fields.ts';
import { gatewayGroup } from '../../../model/mesh/gateway-api.ts';
import { object, text } from '../../../model/workloads/values.ts';
import { type Labels, selects } from '../../cluster/index.ts';

/** A Gateway that Istio runs as a waypoint. Istio starts its pods, in the namespace of the Gateway. */
export interface Waypoint {
  readonly resource: Resource;
  readonly namespace: string;
  readonly name: string;
  /** `service`, `workload`, `all` or `none`: how the traffic that it takes was addressed. */
  readonly traffic: string;
  readonly serviceAccount: string;
  /** Whether Services and pods of a namespace may use it. */
  admits(namespace: string): boolean;
}

/** How traffic is addressed: by the name of a Service, or by the address of a pod. */
export type WaypointTraffic = 'service' | 'workload';

/** Where waypoints take the tunnels (HBONE) of the node proxies. */
export const tunnelPort = 15008;

/** Label and value that Istio puts on what it starts for a waypoint. */
export const managed = { label: 'gateway.istio.io/managed', value: 'istio.io-mesh-controller' } as const;

const trafficLabel = 'istio.io/waypoint-for';

/** The waypoints of a world, and the namespaces whose labels ask for them. */
export interface WaypointWorld {
  /** By `namespace/name`. */
  readonly waypoints: ReadonlyMap<string, Waypoint>;
  namespace(name: string): Resource | undefined;
}

/** Reads the waypoints of a world; the labels of its namespaces only when somebody asks. */
export function openWaypoints(resources: readonly Resource[]): WaypointWorld {
  const namespaces = lazy(
    () => new Map(resources.flatMap((one) => (one.kind === 'Namespace' && one.group === '' ? [[one.name, one]] : []))),
  );
  const namespace = (name: string) => namespaces().get(name);
  const waypoints = waypointsOf(resources, (name) => object(namespace(name)?.metadata.labels) ?? {});
  return { waypoints, namespace };
}

/** Name of the class that an installation brings. */
export const waypointClass = 'istio-waypoint';

/**
 * The waypoints of a world, by `namespace/name`.
 * @param labelsOf the labels of a namespace
 * @see https://istio.io/latest/docs/ambient/usage/waypoint/#deploy-a-waypoint-proxy
 */
function waypointsOf(
  resources: readonly Resource[],
  labelsOf: (namespace: string) => Labels,
): ReadonlyMap<string, Waypoint> {
  const found = new Map<string, Waypoint>();
  for (const resource of resources) {
    if (resource.kind !== 'Gateway' || resource.group !== gatewayGroup) continue;
    const spec = fields(fields(resource.data).spec);
    const traffic = trafficOfClass(resources, spec.gatewayClassName);
    if (traffic === undefined) continue;
    const { name, namespace = 'default', metadata } = resource;
    found.set(`${namespace}/${name}`, {
      resource,
      namespace,
      name,
      traffic: text(metadata.labels?.[trafficLabel]) ?? traffic,
      serviceAccount: text(metadata.annotations?.['gateway.istio.io/service-account']) ?? name,
      admits: admission(spec, namespace, labelsOf),
    });
  }
  return found;
}

/** The traffic for which the waypoints of a class are; undefined for a class that makes none. */
function trafficOfClass(resources: readonly Resource[], name: unknown): string | undefined {
  const own = resources.find((one) => one.kind === 'GatewayClass' && one.group === gatewayGroup && one.name === name);
  const makes = own ? fields(fields(own.data).spec).controllerName === 'istio.io/mesh-controller' : false;
  if (!makes && name !== waypointClass) return undefined;
  return text(own?.metadata.labels?.[trafficLabel]) ?? 'service';
}

/** By the `allowedRoutes` of the listener of the mesh: the waypoint's own namespace, unless it says otherwise. */
function admission(spec: Fields, own: string, labelsOf: (namespace: string) => Labels): Waypoint['admits'] {
  const listener = fieldsList(spec.listeners).find(({ protocol, port }) => protocol === 'HBONE' && port === tunnelPort);
  const { from, selector } = fields(fields(fields(listener).allowedRoutes).namespaces);
  if (from === 'All') return () => true;
  if (from !== 'Selector') return (namespace) => namespace === own;
  return (namespace) => selects(selector, { 'kubernetes.io/metadata.name': namespace, ...labelsOf(namespace) });
}

/** Whether a waypoint takes traffic that was addressed like this. */
export function handles({ traffic }: Waypoint, wanted: WaypointTraffic): boolean {
  return traffic === wanted || traffic === 'all';
}
