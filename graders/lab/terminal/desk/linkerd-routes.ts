import type { Fields } from '../../../core/fields.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import type { LiveCluster } from '../../cluster/index.ts';
import { routeStatus } from '../../linkerd/index.ts';

/** What the policy controller of Linkerd says about the parents of an HTTPRoute, where it is there to say something. */
export function linkerdRouteStatus({ resources }: LiveCluster, resource: Resource): Fields | undefined {
  if (!['HTTPRoute', 'GRPCRoute'].includes(resource.kind) || !resources.some(isController)) return undefined;
  const parents = routeStatus(resource, resources).map(({ parent, conditions }) => ({
    conditions: conditions.map((one) => ({ ...one, status: one.status ? 'True' : 'False' })),
    controllerName: 'linkerd.io/policy-controller',
    parentRef: parent,
  }));
  return parents.length > 0 ? { parents } : undefined;
}

/** The controller is a container of this one. */
const isController = ({ kind, namespace, name }: Resource): boolean =>
  kind === 'Deployment' && namespace === 'linkerd' && name === 'linkerd-destination';
