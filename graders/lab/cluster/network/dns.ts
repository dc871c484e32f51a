import { type Hop, hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import { dnsServiceIp } from '../addresses.ts';
import { hops } from '../hops.ts';
import type { ClusterState } from '../state.ts';
import { namesOf } from './connect.ts';
import { clusterDns, type Party } from './party.ts';
import { admission, isolating } from './policy.ts';

/**
 * Whether a pod may ask the cluster's DNS for a name. Its policies must let UDP 53 out: an egress policy without that
 * exception leaves every name unknown.
 * @returns the decision that forbids it, or undefined
 */
export function dnsDenied(state: ClusterState, from: Party, host: string): Hop | undefined {
  const policies = isolating(state, 'egress', from);
  const [first] = policies;
  if (!first) return undefined;
  // Some network plugins see the Service, others only the pod behind it.
  const servers = [clusterDns, { ...clusterDns, ip: dnsServiceIp }];
  const socket = { port: 53, protocol: 'UDP' } as const;
  if (servers.some((dns) => admission(state, policies, 'egress', dns, dns, socket))) return undefined;
  const data = { from: from.label, host, n: policies.length, policies: namesOf(policies) };
  return hop(hops, 'dns', 'dnsDenied', data, { resource: refOf(first), at: first.at });
}
