import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { hops } from '../hops.ts';
import type { Mesh } from '../mesh.ts';
import { isMeant } from '../policy/elsewhere.ts';
import type { MeshService } from '../registry.ts';

/** Tells of the VirtualServices whose host looks like that of a Service and is another one, or is nobody's. */
export function sayOtherHosts(mesh: Mesh, service: MeshService, say: (hop: Hop) => void): void {
  for (const { config, hosts } of mesh.virtualServices) {
    const index = hosts.findIndex((host) => isMeant(mesh, host, service));
    const other = hosts[index];
    if (other === undefined) continue;
    const { resource } = config;
    const path = resource.kind === 'HTTPRoute' ? ['spec', 'parentRefs'] : ['spec', 'hosts', index];
    const where = { resource: refOf(resource), at: fieldSpan(resource, ...path) };
    const data = { kind: resource.kind, name: resource.name, other, host: service.host };
    say(hop(hops, 'route', 'otherHost', data, where));
  }
}
