import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { fields, fieldsList } from '../../../model/mesh/fields.ts';
import { isOfGatewayApi, parentKind } from '../../../model/mesh/gateway-api.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { apiRouteKinds } from '../gateway-api/world.ts';
import { hops } from '../hops.ts';
import type { Mesh } from '../mesh.ts';
import { isMeant } from '../policy/elsewhere.ts';
import type { MeshService } from '../registry.ts';

/** Tells what was meant for a Service and is not: hosts that only look like its own, and parents of another group. */
export function sayMeantFor(mesh: Mesh, service: MeshService, say: (hop: Hop) => void): void {
  sayOtherHosts(mesh, service, say);
  for (const resource of mesh.state.resources) {
    if (!isOfGatewayApi(resource) || !apiRouteKinds.includes(resource.kind)) continue;
    for (const parent of fieldsList(fields(fields(resource.data).spec).parentRefs)) {
      if (parent.kind !== 'Service' || parent.name !== service.name || parentKind(parent) !== undefined) continue;
      const where = { resource: refOf(resource), at: spanOf(parent, 'kind') ?? resource.at };
      say(hop(hops, 'route', 'parentIgnored', { route: resource.name, service: service.name }, where));
    }
  }
}

/** VirtualServices whose host looks like that of a Service and is another one, or is nobody's. */
function sayOtherHosts(mesh: Mesh, service: MeshService, say: (hop: Hop) => void): void {
  for (const { config, hosts } of mesh.virtualServices) {
    const index = hosts.findIndex((host) => isMeant(mesh, host, service));
    const other = hosts[index];
    if (other === undefined) continue;
    const { resource } = config;
    const path = isOfGatewayApi(resource) ? ['spec', 'parentRefs'] : ['spec', 'hosts', index];
    const where = { resource: refOf(resource), at: fieldSpan(resource, ...path) };
    const data = { kind: resource.kind, name: resource.name, other, host: service.host };
    say(hop(hops, 'route', 'otherHost', data, where));
  }
}
