import { type ApiRoute, type ParentRef, readApiRoute } from '../../../model/mesh/gateway-api.ts';
import { clusterDomain } from '../../cluster/index.ts';
import type { HostedVirtualService } from '../hosted.ts';
import { backendOf } from './backends.ts';
import type { ApiWorld } from './world.ts';

/** What is made of a route, by the name that orders those of one age. */
export interface NamedVirtualService {
  readonly name: string;
  readonly virtual: HostedVirtualService;
}

/** As it is for clients in the mesh and at gateways: there, backends of other namespaces have to be granted. */
export function readings(
  resource: ApiRoute['resource'],
  world: ApiWorld,
): { readonly mesh: ApiRoute; readonly gateway: ApiRoute } {
  const reading = (mesh: boolean) => {
    const { kind, namespace = 'default' } = resource;
    return readApiRoute(resource, (backend, use) => {
      const { host, problem } = backendOf(backend, { kind, namespace, mesh }, world);
      return use === 'mirror' && problem ? '' : host;
    });
  };
  return { mesh: reading(true), gateway: reading(false) };
}

/** The name of a parent in the mesh, and whose clients its routes are for. */
export function ofService(
  route: Pick<ApiRoute, 'namespace'>,
  { name, namespace }: ParentRef,
): { readonly host: string; readonly exportTo: readonly string[] } {
  return {
    host: `${name}.${namespace}.svc.${clusterDomain}`,
    exportTo: route.namespace === namespace ? ['*'] : [route.namespace],
  };
}
