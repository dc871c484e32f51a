import { type Hop, hop } from '../../../core/trace.ts';
import { lookup } from '../../../model/manifests/lookup.ts';
import { type Resource, refOf } from '../../../model/manifests/manifests.ts';
import type { Fields } from '../../../model/mesh/fields.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { portsOf, type Service } from '../../cluster/index.ts';
import { hops } from '../hops.ts';
import type { LinkerdMesh } from '../mesh.ts';
import { grpcKind } from './grpc.ts';
import { isOfGroup, isRoute, names, parentsOf } from './parents.ts';

/**
 * Routes written for a Service that decide nothing: they name a port it does not have, their parent is of another group, or they are
 * in a namespace that is neither the Service's nor the client's.
 * @param client namespace of the client
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#parentreference
 */
export function tellDetached({ state }: LinkerdMesh, service: Service, client: string): readonly Hop[] {
  const { name, namespace } = service;
  return lookup(state.resources)
    .called('HTTPRoute')
    .concat(lookup(state.resources).called(grpcKind))
    .filter(isRoute)
    .flatMap((route) =>
      parentsOf(route)
        .filter((parent) => names(route, parent, name, namespace, 'Service'))
        .flatMap((parent) => whyDetached(route, parent, service, client)),
    );
}

function whyDetached(route: Resource, parent: Fields, service: Service, client: string): readonly Hop[] {
  const where = (field: string) => ({
    resource: refOf(route),
    at: spanOf(parent, field) ?? spanOf(parent) ?? route.at,
  });
  const data = { kind: route.kind, route: route.name, service: service.name };
  if (!isOfGroup(route, parent, 'Service')) {
    const group = typeof parent.group === 'string' ? parent.group : route.group;
    return [hop(hops, 'route', 'otherGroup', { ...data, group }, where('group'))];
  }
  const ports = portsOf(service).map(({ port }) => port);
  const { port } = parent;
  if (typeof port === 'number' && !ports.includes(port)) {
    return [hop(hops, 'route', 'detached', { ...data, port, ports }, where('port'))];
  }
  const { namespace = 'default' } = route;
  if (namespace === service.namespace || namespace === client) return [];
  return [
    hop(
      hops,
      'route',
      'otherConsumers',
      { kind: route.kind, route: route.name, namespace, client },
      where('namespace'),
    ),
  ];
}
