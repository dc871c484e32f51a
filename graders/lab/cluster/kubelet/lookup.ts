import { lookup } from '../../../model/manifests/lookup.ts';
import { serviceName } from '../service/find.ts';
import type { Surroundings } from './context.ts';

/** Whether the cluster's DNS knows a host; undefined where nobody can tell. */
export function serviceNamed(host: string, around: Surroundings): boolean | undefined {
  if (isUnknownHost(host, around)) return false;
  const wanted = serviceName(host, around.namespace);
  if (!wanted) return undefined;
  return lookup(around.resources).named('', 'Service', wanted.namespace, wanted.name).length > 0 ? true : undefined;
}

/**
 * Whether the cluster's DNS certainly does not know a host: a name that only a Service can have, and no Service has it.
 * Names with dots may be of the world outside, unless they end as those of Services do.
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
 */
function isUnknownHost(host: string, { closed, namespace, resources, spec }: Surroundings): boolean {
  if (!closed || spec.hostAliases || spec.hostNetwork === true || spec.dnsPolicy || spec.dnsConfig) return false;
  if (host === 'localhost' || !/^[a-z0-9-]+$|^[a-z0-9-]+\.[a-z0-9-]+\.svc(?:\.cluster\.local)?\.?$/i.test(host))
    return false;
  const wanted = serviceName(host, namespace);
  if (wanted === undefined || wanted.name === 'kubernetes') return false;
  const known = lookup(resources);
  const isService = known.named('', 'Service', wanted.namespace, wanted.name).length > 0;
  return !isService && !known.ofKind('', 'Pod').some(({ name }) => name === host);
}
