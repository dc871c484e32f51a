import { fnv } from './names.ts';

/** The ranges kubeadm and most small clusters use: pods in 10.244.0.0/16, Services in 10.96.0.0/12, nodes in 192.168.8.0/24. */
export function podIp(index: number): string {
  return `10.244.${1 + Math.floor(index / 250)}.${2 + (index % 250)}`;
}

export function nodeIp(index: number): string {
  return `192.168.8.${11 + (index % 240)}`;
}

/** The same address on every run, whatever else is in the world. */
export function clusterIp(namespace: string, name: string): string {
  const hash = fnv(`${namespace}/${name}`);
  return `10.${96 + (hash % 16)}.${(hash >>> 4) % 256}.${1 + ((hash >>> 12) % 254)}`;
}
