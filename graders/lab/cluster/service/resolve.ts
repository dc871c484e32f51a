import type { ClusterState, NodeState, PodState } from '../state.ts';
import { addressOf } from './address.ts';
import { aliasOf } from './alias.ts';
import { clusterDomain, findService, type Service, services } from './find.ts';
import { podBehind } from './pod-name.ts';
import { isOfCluster } from './unknown.ts';

/** What a host means for a client. */
export type Resolved =
  | { readonly to: 'service'; readonly service: Service }
  | { readonly to: 'pod'; readonly pod: PodState }
  | { readonly to: 'node'; readonly node: NodeState }
  /** Beyond the cluster, reached through this host. */
  | { readonly to: 'outside'; readonly host: string }
  | { readonly to: 'self' }
  | { readonly to: 'nobody' };

/** An ExternalName may name another one; a chain longer than this goes in circles. */
const longestChain = 8;

/**
 * Resolves a host as a pod of a namespace does: an address, `localhost`, a Service in any of its forms, a pod behind a
 * headless Service, or a name of the world outside. An ExternalName is followed.
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
 */
export function resolve(state: ClusterState, host: string, fromNamespace: string, chain = 0): Resolved {
  if (/^(?:localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/i.test(host)) return { to: 'self' };
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return byAddress(state, host);
  const service = findService(state, host, fromNamespace);
  if (service) {
    const alias = aliasOf(service);
    if (alias === undefined) return { to: 'service', service };
    return chain < longestChain ? aliased(state, alias, chain) : { to: 'nobody' };
  }
  const pod = podBehind(state, host, fromNamespace);
  if (pod) return { to: 'pod', pod };
  const node = state.nodes.find(({ name }) => name === host);
  if (node) return { to: 'node', node };
  return isOfCluster(state, host, fromNamespace) ? { to: 'nobody' } : { to: 'outside', host };
}

/**
 * What the name in an ExternalName means. DNS answers with it as it stands: nobody completes a short name with the
 * domains that a pod searches, and an address is no name.
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#externalname
 */
function aliased(state: ClusterState, alias: string, chain: number): Resolved {
  const name = alias.toLowerCase().replace(/\.$/, '');
  if (name.endsWith(`.svc.${clusterDomain}`)) return resolve(state, name, 'default', chain + 1);
  const isKnownToNobody = /^[\d.]+$/.test(name) || isOfCluster(state, name, 'default');
  return isKnownToNobody ? { to: 'nobody' } : { to: 'outside', host: alias };
}

function byAddress(state: ClusterState, ip: string): Resolved {
  const pod = state.pods.find((candidate) => candidate.ip === ip);
  if (pod) return { to: 'pod', pod };
  const node = state.nodes.find((candidate) => candidate.ip === ip);
  if (node) return { to: 'node', node };
  const service = services(state).find((candidate) => addressOf(candidate) === ip);
  return service ? { to: 'service', service } : { to: 'outside', host: ip };
}
