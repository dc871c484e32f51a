/**
 * Whether two host names, each perhaps with a wildcard, have a name in common.
 * @see https://github.com/istio/istio/blob/release-1.31/pkg/config/host/name.go
 */
export function overlap(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (one.startsWith('*') && other.startsWith('*')) return long.slice(1).endsWith(short.slice(1));
  if (one.startsWith('*')) return other.endsWith(one.slice(1));
  if (other.startsWith('*')) return one.endsWith(other.slice(1));
  return one === other;
}

/** Whether every name that the first one means is meant by the second one too. */
export function isWithin(one: string, other: string): boolean {
  if (one.startsWith('*'))
    return other.startsWith('*') && one.length >= other.length && one.slice(1).endsWith(other.slice(1));
  return other.startsWith('*') ? one.endsWith(other.slice(1)) : one === other;
}
