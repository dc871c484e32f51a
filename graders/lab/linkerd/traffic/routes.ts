import { type Hop, hop } from '../../../core/trace.ts';
import { lookup } from '../../../model/manifests/lookup.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import { fields, fieldsList } from '../../../model/mesh/fields.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { portsOf, type Service } from '../../cluster/index.ts';
import { hops } from '../hops.ts';
import type { LinkerdMesh } from '../mesh.ts';
import { isParent } from '../policy/routes.ts';

/**
 * Routes written for a Service that decide nothing because they name a port it does not have.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#parentreference (`port`)
 */
export function tellDetached({ state }: LinkerdMesh, service: Service): readonly Hop[] {
  const ports = portsOf(service).map(({ port }) => port);
  return lookup(state.resources)
    .called('HTTPRoute')
    .flatMap((route) =>
      fieldsList(fields(fields(route.data).spec).parentRefs).flatMap((parent) => {
        const { port } = parent;
        if (typeof port !== 'number' || ports.includes(port)) return [];
        if (!isParent(route, parent, service.name, service.namespace, 'Service')) return [];
        const where = { resource: refOf(route), at: spanOf(parent, 'port') ?? route.at };
        return [hop(hops, 'route', 'detached', { route: route.name, service: service.name, port, ports }, where)];
      }),
    );
}
