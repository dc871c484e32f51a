import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { hops } from '../hops.ts';
import { text } from '../read.ts';
import type { Source } from './source.ts';

/**
 * Why a pod does not ask the cluster's DNS: `dnsPolicy` is `Default`, or the pod shares the network of its node
 * and did not say `ClusterFirstWithHostNet`.
 * @returns undefined for a pod that asks it, and for whoever is no pod
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy
 */
export function asksElsewhere({ pod, label }: Source, host: string): Hop | undefined {
  const { dnsPolicy, hostNetwork } = pod?.spec ?? {};
  const written = text(dnsPolicy) ?? 'ClusterFirst';
  const policy = written === 'ClusterFirst' && hostNetwork === true ? 'Default' : written;
  if (!pod || policy !== 'Default') return undefined;
  const path = pod.from.kind === 'Pod' ? ['spec'] : ['spec', 'template', 'spec'];
  const where = {
    resource: refOf(pod.from),
    at: fieldSpan(pod.from, ...path, text(dnsPolicy) ? 'dnsPolicy' : 'hostNetwork'),
  };
  return hop(hops, 'dns', 'dnsElsewhere', { from: label, policy, host }, where);
}
