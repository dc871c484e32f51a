import type { IService } from 'kubernetes-models/v1';
import { lookup } from '../../../model/manifests/lookup.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import type { ClusterState } from '../state.ts';

export type Service = Resource<IService>;

/** The cluster domain every installer uses unless told otherwise. */
export const clusterDomain = 'cluster.local';

/** The parts of a Service's DNS name. */
export interface ServiceName {
  readonly name: string;
  readonly namespace: string;
}

/**
 * Reads a host as the resolver of a pod does, with the search list `NS.svc.cluster.local svc.cluster.local
 * cluster.local`: `x`, `x.ns`, `x.ns.svc`, `x.ns.svc.cluster.local`, each with or without a final dot.
 * @returns undefined for a name that no Service can have
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
 */
export function serviceName(host: string, fromNamespace: string): ServiceName | undefined {
  const absolute = host.endsWith('.');
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  const [name = '', namespace, svc, ...domain] = labels;
  if (name === '' || labels.includes('')) return undefined;
  if (absolute && labels.join('.') !== `${name}.${namespace}.svc.${clusterDomain}`) return undefined;
  if (namespace === undefined) return { name, namespace: fromNamespace };
  if (svc !== undefined && svc !== 'svc') return undefined;
  if (domain.length > 0 && domain.join('.') !== clusterDomain) return undefined;
  return { name, namespace };
}

/** The Service a host name means for a client in a namespace, or undefined when no Service has that name. */
export function findService(state: ClusterState, host: string, fromNamespace: string): Service | undefined {
  const wanted = serviceName(host, fromNamespace);
  return wanted && serviceNamed(state, wanted);
}

/** The Service with a name in a namespace. Of two objects with the same name the last applied one stays. */
export function serviceNamed(state: ClusterState, { name, namespace }: ServiceName): Service | undefined {
  return lookup(state.resources).named('', 'Service', namespace, name).at(-1) as Service | undefined;
}

export function services(state: ClusterState): readonly Service[] {
  return lookup(state.resources).ofKind('', 'Service') as readonly Service[];
}

/** Fully qualified: `reviews.default.svc.cluster.local`. */
export function fullHost({ name, namespace }: { readonly name: string; readonly namespace?: string | undefined }) {
  return `${name}.${namespace ?? 'default'}.svc.${clusterDomain}`;
}
