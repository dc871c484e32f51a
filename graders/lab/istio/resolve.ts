import { type Hop, hop } from '../../core/trace.ts';
import { lookup } from '../../model/manifests/lookup.ts';
import { refOf } from '../../model/manifests/manifests.ts';
import { clusterDomain, findService, fullHost, serviceName } from '../cluster/index.ts';
import type { Call } from './call.ts';
import { hops } from './hops.ts';
import { bestCover } from './host.ts';
import type { Mesh } from './mesh.ts';
import type { MeshService } from './registry.ts';

/** What a host name means for a client: a host of the registry, something outside the cluster, or nothing. */
export type Resolved = MeshService | 'outside' | 'unknown';

/** Resolves a name as the DNS of a pod does, and tells what it found. */
export function resolveName(
  mesh: Mesh,
  client: { readonly namespace: string },
  { host }: Pick<Call, 'host'>,
  say: (hop: Hop) => void,
): Resolved {
  const resolved = lookUp(mesh, client.namespace, host);
  if (resolved === 'outside') say(hop(hops, 'dns', 'hostOutside', { host }));
  else if (resolved === 'unknown') say(hop(hops, 'dns', 'hostUnknown', { host, namespace: client.namespace }));
  else {
    const { name: service, namespace, kind, resource } = resolved;
    const message = kind === 'Service' ? 'serviceFound' : 'entryFound';
    say(hop(hops, 'dns', message, { host, service, namespace }, { resource: refOf(resource), at: resource.at }));
  }
  return resolved;
}

/** The same without telling. */
export function lookUp(mesh: Mesh, namespace: string, host: string): Resolved {
  const service = findService(mesh.state, host, namespace);
  if (service) return mesh.registry.get(fullHost(service)) ?? 'unknown';
  const entry = bestCover([...mesh.registry.keys()], host);
  if (entry !== undefined) return mesh.registry.get(entry) ?? 'unknown';
  return isOfCluster(mesh, namespace, host) ? 'unknown' : 'outside';
}

/** Whether a name could only be that of a Service: `x`, `x.svc`, `x.ns` of a namespace that exists here. */
function isOfCluster(mesh: Mesh, namespace: string, host: string): boolean {
  if (/^[\d.]+$|:/.test(host)) return false;
  const name = serviceName(host, namespace);
  if (!name) return host.endsWith(`.${clusterDomain}`) || host.endsWith('.svc');
  if (host.split('.').length !== 2) return true;
  return lookup(mesh.state.resources).hasNamespace(name.namespace);
}
