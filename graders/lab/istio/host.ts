import { clusterDomain } from '../cluster/index.ts';

/**
 * The full host a name in Istio configuration means: a name without dots belongs to the namespace of the object that
 * uses it; anything with a dot is taken as it is, so `reviews.shop` names nothing.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination
 */
export function fullHostOf(name: string, namespace: string): string {
  const host = name.toLowerCase();
  if (host === '' || host === '*' || host.includes('.') || host.includes(':')) return host;
  return `${host}.${namespace}.svc.${clusterDomain}`;
}

/** Whether a host, perhaps with a leading wildcard, covers another one. */
export function covers(pattern: string, host: string): boolean {
  if (pattern === host || pattern === '*') return true;
  if (!pattern.startsWith('*')) return false;
  const suffix = pattern.slice(1);
  return host.startsWith('*') ? host.slice(1).endsWith(suffix) : host.length > suffix.length && host.endsWith(suffix);
}

/** Orders hosts that cover the same name, the most specific first: exact, then the longest wildcard. */
export function bySpecificity(a: string, b: string): number {
  const wild = Number(a.startsWith('*')) - Number(b.startsWith('*'));
  return wild || b.length - a.length;
}

/** The most specific of the hosts that cover a name. */
export function bestCover(patterns: readonly string[], host: string): string | undefined {
  return patterns.filter((pattern) => covers(pattern, host)).sort(bySpecificity)[0];
}
