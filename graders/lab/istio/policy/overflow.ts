import { type Hop, hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { integer } from '../../../model/workloads/values.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hops } from '../hops.ts';
import type { Upstream } from '../upstream.ts';
import { effectiveBlock } from './blocks.ts';

/**
 * The part of simultaneous requests that the connection pool of a destination has no room for: with HTTP/1.1 each
 * request under way takes one of `maxConnections`, and `http1MaxPendingRequests` more may wait. Without limits
 * everything fits. (Envoy lets a few more through, since its counters are shared between threads; that is not counted.)
 * @returns from 0 to 1
 * @see https://istio.io/latest/docs/tasks/traffic-management/circuit-breaking/
 */
export function overflowShare(upstream: Upstream, concurrent: number, say: (hop: Hop) => void): number {
  const block = effectiveBlock(upstream.rule, upstream.subset, upstream.port.number, 'connectionPool');
  if (!block || concurrent <= 1) return 0;
  const { tcp, http } = block.node;
  const connections = integer(fields(tcp).maxConnections);
  const pending = integer(fields(http).http1MaxPendingRequests) ?? Number.POSITIVE_INFINITY;
  const requests = integer(fields(http).http2MaxRequests) ?? Number.POSITIVE_INFINITY;
  const room = Math.min(connections === undefined ? Number.POSITIVE_INFINITY : connections + pending, requests);
  if (concurrent <= room) return 0;
  const where = { resource: refOf(block.from.resource), at: spanOf(block.node) ?? block.from.resource.at };
  say(hop(hops, 'cluster', 'overflow', { host: upstream.service.host, room, concurrent }, where));
  return (concurrent - room) / concurrent;
}
