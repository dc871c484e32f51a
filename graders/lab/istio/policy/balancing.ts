import { type Hop, hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import { seconds } from '../../../model/mesh/duration.ts';
import { type Fields, fields, number } from '../../../model/mesh/fields.ts';
import { integer, isSet, text } from '../../../model/workloads/values.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hops } from '../hops.ts';
import type { ClusterPolicy } from '../outcome.ts';
import type { Upstream } from '../upstream.ts';
import { type Effective, effectiveBlock } from './blocks.ts';

/**
 * How a DestinationRule has the traffic of a destination spread over its pods, and when it puts a pod aside.
 * @returns undefined where no rule says so: then it is least request, and no pod is put aside
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#OutlierDetection
 */
export function clusterPolicyOf(upstream: Upstream, say: (hop: Hop) => void): ClusterPolicy | undefined {
  const block = (name: 'loadBalancer' | 'outlierDetection') =>
    effectiveBlock(upstream.rule, upstream.subset, upstream.port.number, name);
  const balancer = block('loadBalancer');
  const outlier = block('outlierDetection');
  const loadBalancing = balancer && balancingOf(balancer.node);
  const outlierDetection = outlier && detectionOf(outlier.node);
  const { host } = upstream.service;
  if (balancer && loadBalancing) {
    const { policy, affinity } = loadBalancing;
    const where = placeOf(balancer);
    say(
      affinity === undefined
        ? hop(hops, 'cluster', 'balanced', { host, policy }, where)
        : hop(hops, 'cluster', 'affinity', { host, affinity }, where),
    );
  }
  if (outlier && outlierDetection) {
    const { baseEjectionTime, maxEjectionPercent, consecutive5xxErrors, consecutiveGatewayErrors } = outlierDetection;
    const errors = Math.min(consecutive5xxErrors ?? Infinity, consecutiveGatewayErrors ?? Infinity);
    const data = { host, errors, seconds: baseEjectionTime, percent: maxEjectionPercent };
    say(hop(hops, 'cluster', 'outliers', data, placeOf(outlier)));
  }
  if (!loadBalancing && !outlierDetection) return undefined;
  return {
    host,
    ...(upstream.subset !== undefined && { subset: upstream.subset }),
    ...(loadBalancing && { loadBalancing }),
    ...(outlierDetection && { outlierDetection }),
  };
}

/** A block that only speaks of localities says nothing about the pods of one. */
function balancingOf({ simple, consistentHash }: Fields): ClusterPolicy['loadBalancing'] {
  if (isSet(consistentHash)) {
    const hash = fields(consistentHash);
    const policy = isSet(hash.maglev) ? 'MAGLEV' : 'RING_HASH';
    const affinity = affinityOf(hash);
    return affinity === undefined ? { policy } : { policy, affinity };
  }
  const written = text(simple);
  if (written === undefined) return undefined;
  return { policy: written === 'LEAST_CONN' || written === 'UNSPECIFIED' ? 'LEAST_REQUEST' : written };
}

function affinityOf({ httpHeaderName, httpCookie, httpQueryParameterName, useSourceIp }: Fields): string | undefined {
  const header = text(httpHeaderName);
  const cookie = text(fields(httpCookie).name);
  const parameter = text(httpQueryParameterName);
  if (header !== undefined) return `header ${header.toLowerCase()}`;
  if (cookie !== undefined) return `cookie ${cookie}`;
  if (parameter !== undefined) return `query ${parameter}`;
  return useSourceIp === true ? 'source IP' : undefined;
}

/** Zero errors switch a count off; server errors are counted unless they are. */
function detectionOf(node: Fields): ClusterPolicy['outlierDetection'] {
  const serverErrors = integer(node.consecutive5xxErrors) ?? 5;
  const gatewayErrors = integer(node.consecutiveGatewayErrors) ?? 0;
  if (serverErrors === 0 && gatewayErrors === 0) return undefined;
  return {
    ...(serverErrors > 0 && { consecutive5xxErrors: serverErrors }),
    ...(gatewayErrors > 0 && { consecutiveGatewayErrors: gatewayErrors }),
    interval: seconds(node.interval) ?? 10,
    baseEjectionTime: seconds(node.baseEjectionTime) ?? 30,
    maxEjectionPercent: number(node.maxEjectionPercent) ?? 10,
  };
}

function placeOf({ node, from }: Effective) {
  return { resource: refOf(from.resource), at: spanOf(node) ?? from.resource.at };
}
