import { isQualifiedName } from '../../../model/workloads/names.ts';

/**
 * Which names of resources the API server knows.
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#resource-types
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/#object-count-quota
 */

const ofContainers = ['cpu', 'memory', 'ephemeral-storage'];
const counted = [
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
];
const ofQuotas = [
  ...ofContainers,
  ...ofContainers.flatMap((name) => [`requests.${name}`, `limits.${name}`]),
  'requests.storage',
  ...counted,
];

const isHugePages = (name: string): boolean => name.startsWith('hugepages-');

/** Whether Kubernetes itself gives the resource its meaning; the others belong to whoever owns their domain. */
const isNative = (name: string): boolean => !name.includes('/') || name.includes('kubernetes.io/');

export function isExtendedResource(name: string): boolean {
  return !isNative(name) && !name.startsWith('requests.') && isQualifiedName(`requests.${name}`);
}

/** Whether any object may name the resource: a known one, or one with a domain in front. */
export function isResource(name: string): boolean {
  if (!isQualifiedName(name)) return false;
  return name.includes('/') || name === 'storage' || isQuotaResource(name);
}

/** Whether a container may ask for the resource. */
export function isContainerResource(name: string): boolean {
  if (!isQualifiedName(name)) return false;
  if (!name.includes('/')) return ofContainers.includes(name) || isHugePages(name);
  return isNative(name) || isExtendedResource(name);
}

/** Whether a quota may limit the resource. */
export function isQuotaResource(name: string): boolean {
  if (!isQualifiedName(name)) return false;
  return name.includes('/') || ofQuotas.includes(name) || isHugePages(name.replace(/^requests\./, ''));
}

/** Huge pages and devices (`nvidia.com/gpu`) are handed out whole and never overcommitted. */
export const isIndivisible = (resource: string): boolean =>
  resource.startsWith('hugepages-') || (resource.includes('/') && !/(?:^|\.)kubernetes\.io\//.test(resource));

/** Whether there are only whole ones of the resource. */
export function isWholeResource(name: string): boolean {
  return counted.includes(name) || isExtendedResource(name);
}
