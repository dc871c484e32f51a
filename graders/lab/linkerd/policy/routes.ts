import { lookup } from '../../../model/manifests/lookup.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import type { LinkerdMesh } from '../mesh.ts';
import { isAttached, routeGroups } from '../routes/parents.ts';
import type { Server } from './servers.ts';

/** The HTTPRoutes attached to a Server. */
export function routesOf({ state }: LinkerdMesh, server: Server): readonly Resource[] {
  return lookup(state.resources)
    .called('HTTPRoute')
    .filter((one) => routeGroups.includes(one.group) && isAttached(one, server.name, server.namespace, 'Server'));
}
