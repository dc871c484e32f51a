import { hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { hops } from '../hops.ts';
import { fnv } from '../names.ts';
import type { Endpoint } from '../state.ts';
import type { Asking } from './asking.ts';
import type { Service } from './find.ts';

/**
 * The endpoints a client may land on: all of them, or the one that `sessionAffinity: ClientIP` keeps it on.
 * @see https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity
 */
export function stickTo(service: Service, endpoints: readonly Endpoint[], asking: Asking): readonly Endpoint[] {
  if (asking.many || service.data.spec?.sessionAffinity !== 'ClientIP') return endpoints;
  const chosen = endpoints[fnv(asking.source.ip) % endpoints.length];
  if (!chosen) return endpoints;
  const where = { resource: refOf(service), at: fieldSpan(service, 'spec', 'sessionAffinity') };
  asking.say(hop(hops, 'endpoints', 'sticky', { pod: chosen.pod.name }, where));
  return [chosen];
}
