import { clusterDomain, type PodState } from '../cluster/index.ts';

/** What every identity of a mesh ends with, when Linkerd is installed in its usual namespace. */
export const identitySuffix = `serviceaccount.identity.linkerd.${clusterDomain}`;

/**
 * The identity in the certificate of a proxy: that of the ServiceAccount of its pod, whatever Service or Deployment it
 * belongs to.
 * @see https://linkerd.io/2-edge/features/automatic-mtls/
 */
export function identityOf({ serviceAccount, namespace }: Pick<PodState, 'serviceAccount' | 'namespace'>): string {
  return accountIdentity(serviceAccount, namespace);
}

export function accountIdentity(account: string, namespace: string): string {
  return `${account}.${namespace}.${identitySuffix}`;
}
