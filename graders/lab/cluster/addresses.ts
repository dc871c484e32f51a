import { memo } from '../../core/memo.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { isPlainAddress } from '../../model/workloads/cidr.ts';
import { fnv } from './names.ts';

/** The ranges kubeadm and most small clusters use: pods in 10.244.0.0/16, Services in 10.96.0.0/12, nodes in 192.168.8.0/24. */
export function podIp(index: number): string {
  return `10.244.${1 + Math.floor(index / 250)}.${2 + (index % 250)}`;
}

/**
 * The address that a Pod says it has, as the API server returns it: nobody has to invent one.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodStatus
 */
export function writtenIp({ kind, data }: Pick<Resource, 'kind' | 'data'>): string | undefined {
  if (kind !== 'Pod') return undefined;
  const ip = (data as { readonly status?: { readonly podIP?: unknown } | null }).status?.podIP;
  return typeof ip === 'string' && isPlainAddress(ip) && !ip.includes(':') ? ip : undefined;
}

const writtenIn = memo(
  (resources: readonly Resource[]): ReadonlySet<string> => new Set(resources.flatMap((one) => writtenIp(one) ?? [])),
);

/** The address of the next pod: its own, or the next one that no Pod of the world says it has. */
export function ipFor(from: Resource, index: number, resources: readonly Resource[]): string {
  const own = writtenIp(from);
  if (own !== undefined) return own;
  const written = writtenIn(resources);
  // As many steps as there are written addresses reach one that is free.
  const candidates = Array.from({ length: written.size + 1 }, (_, step) => podIp(index + step * 1000));
  return candidates.find((ip) => !written.has(ip)) ?? podIp(index);
}

export function nodeIp(index: number): string {
  return `192.168.8.${11 + (index % 240)}`;
}

/** The addresses that most clusters give the Services of their DNS and of the API server. */
export const dnsServiceIp = '10.96.0.10';
export const apiServiceIp = '10.96.0.1';

/** The same address on every run, whatever else is in the world. */
export function clusterIp(namespace: string, name: string): string {
  const hash = fnv(`${namespace}/${name}`);
  return `10.${96 + (hash % 16)}.${(hash >>> 4) % 256}.${1 + ((hash >>> 12) % 254)}`;
}
