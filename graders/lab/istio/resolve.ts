import { type Hop, hop } from '../../core/trace.ts';
import { fieldSpan, refOf } from '../../model/manifests/manifests.ts';
import { fields } from '../../model/mesh/fields.ts';
import { isStrictlyInside, parseCidr } from '../../model/workloads/cidr.ts';
import { text } from '../../model/workloads/values.ts';
import {
  findService,
  fullHost,
  isOfCluster,
  type PodState,
  resolveHost,
  type Service,
  whyUnknown,
} from '../cluster/index.ts';
import type { Call } from './call.ts';
import { hops } from './hops.ts';
import { bestCover } from './host.ts';
import type { Mesh } from './mesh.ts';
import type { MeshService } from './registry.ts';

/** What a host name means for a client: a host of the registry, a pod, something outside the cluster, or nothing. */
export type Resolved = MeshService | OnePod | 'outside' | 'unknown';

/** A pod that was asked for by its address, or by its own name under a headless Service. */
export interface OnePod {
  readonly kind: 'Pod';
  readonly pod: PodState;
}

/** Resolves a name as the DNS of a pod does, and tells what it found. */
export function resolveName(
  mesh: Mesh,
  client: { readonly namespace: string },
  { host }: Pick<Call, 'host'>,
  say: (hop: Hop) => void,
): Resolved {
  const alias = aliasOf(mesh, client.namespace, host);
  if (alias) {
    const where = { resource: refOf(alias.resource), at: fieldSpan(alias.resource, 'spec', 'externalName') };
    say(hop(hops, 'dns', 'aliasFollowed', { host, target: alias.target }, where));
    return resolveName(mesh, { namespace: alias.namespace }, { host: alias.target }, say);
  }
  const resolved = lookUp(mesh, client.namespace, host);
  if (resolved === 'outside') say(hop(hops, 'dns', 'hostOutside', { host }));
  else if (resolved === 'unknown') say(whyUnknown(mesh.state, host, client.namespace));
  else if (resolved.kind === 'Pod') {
    const { name: pod, from, at } = resolved.pod;
    say(hop(hops, 'dns', 'podFound', { host, pod }, { resource: refOf(from), at }));
  } else {
    const { name: service, namespace, kind, resource } = resolved;
    const message = kind === 'Service' ? 'serviceFound' : 'entryFound';
    say(hop(hops, 'dns', message, { host, service, namespace }, { resource: refOf(resource), at: resource.at }));
  }
  return resolved;
}

/** The same without telling. */
export function lookUp(mesh: Mesh, namespace: string, host: string): Resolved {
  const alias = aliasOf(mesh, namespace, host);
  if (alias) return lookUp(mesh, alias.namespace, alias.target);
  const service = findService(mesh.state, host, namespace);
  if (service) return mesh.registry.get(fullHost(service)) ?? 'unknown';
  if (/^[\d.]+$|:/.test(host)) {
    const entry = [...mesh.registry.values()].find(({ addresses }) => addresses.some((one) => isWithin(host, one)));
    if (entry) return entry;
  }
  const entry = bestCover([...mesh.registry.keys()], host);
  if (entry !== undefined) return mesh.registry.get(entry) ?? 'unknown';
  const inside = resolveHost(mesh.state, host, namespace);
  if (inside.to === 'pod') return { kind: 'Pod', pod: inside.pod };
  if (inside.to === 'service') return mesh.registry.get(fullHost(inside.service)) ?? 'unknown';
  return isOfCluster(mesh.state, host, namespace) ? 'unknown' : 'outside';
}

/**
 * The name that a Service of type ExternalName stands for; undefined for any other, and for one that stands for itself, by
 * whatever way round.
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#externalname
 */
function aliasOf({ state }: Mesh, namespace: string, host: string) {
  const seen = new Set<string>();
  const service = findService(state, host, namespace);
  let next = service;
  while (next && targetOf(next) !== undefined && !seen.has(fullHost(next))) {
    seen.add(fullHost(next));
    next = findService(state, `${targetOf(next)}`, next.namespace ?? 'default');
  }
  const target = service && targetOf(service);
  if (target === undefined || !service || (next && seen.has(fullHost(next)))) return undefined;
  return { resource: service, namespace: service.namespace ?? 'default', target };
}

function targetOf({ data }: Service): string | undefined {
  const { type, externalName } = fields(fields(data).spec);
  return type === 'ExternalName' ? text(externalName)?.toLowerCase().replace(/\.$/, '') : undefined;
}

function isWithin(address: string, block: string): boolean {
  if (address === block) return true;
  const [outer, inner] = [parseCidr(block), parseCidr(`${address}/${address.includes(':') ? 128 : 32}`)];
  return outer !== undefined && inner !== undefined && isStrictlyInside(inner, outer);
}
