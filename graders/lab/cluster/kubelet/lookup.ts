import { serviceName } from '../service/find.ts';
import type { Surroundings } from './context.ts';

/**
 * Whether the cluster's DNS certainly does not know a host: a name that only a Service can have, and no Service has it.
 * Names with dots may be of the world outside, unless they end as those of Services do.
 */
export function isUnknownHost(host: string, { closed, namespace, resources, spec }: Surroundings): boolean {
  if (!closed || spec.hostAliases || spec.hostNetwork === true || spec.dnsPolicy || spec.dnsConfig) return false;
  if (host === 'localhost' || !/^[a-z0-9-]+$|^[a-z0-9-]+\.[a-z0-9-]+\.svc(?:\.cluster\.local)?\.?$/i.test(host))
    return false;
  const wanted = serviceName(host, namespace);
  const isIt = (kind: string, name: string, own: string | undefined) =>
    kind === 'Service' ? name === wanted?.name && own === wanted.namespace : kind === 'Pod' && name === host;
  return (
    wanted !== undefined &&
    wanted.name !== 'kubernetes' &&
    !resources.some((one) => isIt(one.kind, one.name, one.namespace))
  );
}
