import type { Fields } from '../../model/mesh/fields.ts';
import type { TargetRef } from '../../model/mesh/target-refs.ts';
import { gatewayNameLabel } from './gateway-api/gateways.ts';
import type { MeshService } from './registry.ts';
import { isFor, rootNamespace, type Workload } from './scope.ts';
import { waypointClass } from './waypoint/waypoints.ts';

/** The proxy that would enforce a policy: of a workload, of a gateway, or a waypoint in front of a Service. */
export interface Enforcer extends Workload {
  /** It is a waypoint; the Service, unless the request was addressed to a pod, and the port of the pods behind it. */
  readonly waypoint?: { readonly service?: MeshService; readonly podPort?: number };
}

/** What the policies of Istio say about where they apply. */
interface Attachable {
  readonly namespace: string;
  readonly selector: Fields | undefined;
  readonly targets: readonly TargetRef[];
}

/**
 * Whether a proxy enforces a policy. One with `targetRefs` is only for what they name: a waypoint, by its Gateway, its
 * class or a Service or ServiceEntry it stands before, or a gateway of the Gateway API. One without them is for pods, and
 * never for waypoints, whatever its selector.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#AuthorizationPolicy
 */
export function isEnforcedBy(policy: Attachable, proxy: Enforcer): boolean {
  if (policy.targets.length === 0) return proxy.waypoint === undefined && isFor(policy, proxy);
  return policy.targets.some((target) => isNamed(target, policy.namespace, proxy));
}

function isNamed({ group, kind, name, namespace }: TargetRef, from: string, proxy: Enforcer): boolean {
  if (namespace !== undefined && namespace !== from) return false;
  switch (`${group}/${kind}`) {
    case '/Service':
    case 'networking.istio.io/ServiceEntry': {
      const service = proxy.waypoint?.service;
      return service?.kind === kind && service.name === name && service.namespace === from;
    }
    case 'gateway.networking.k8s.io/GatewayClass':
      return proxy.waypoint !== undefined && from === rootNamespace && name === waypointClass;
    case 'gateway.networking.k8s.io/Gateway':
      return proxy.namespace === from && proxy.labels[gatewayNameLabel] === name;
    default:
      return false;
  }
}
