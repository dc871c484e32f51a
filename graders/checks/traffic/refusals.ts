import { type Finding, finding } from '../../core/finding.ts';
import type { Failure } from '../../lab/mesh/index.ts';
import { percentOf } from './amount.ts';
import type { Asked } from './asked.ts';
import { deniedFinding } from './denied.ts';
import { denied, insecure, noPods, noRoute, notConnected, unknownDestination } from './findings.ts';

/** What a part of the traffic that gets no answer means for the student. */
export function refusalFinding(asked: Asked, failure: Failure): Finding {
  const { request, from, because } = asked;
  const { host = '', subset, workload = '', share, refusal } = failure;
  const some = { request, from, percent: percentOf(share) };
  switch (refusal) {
    case 'no-route':
      return finding(noRoute, 'all', asked.deciding('route'), { request, from }, because);
    case 'cluster-not-found':
      return unknown(asked, failure);
    case 'no-healthy-upstream': {
      const at = asked.deciding('subset', 'endpoints', 'destination');
      return subset === undefined
        ? finding(noPods, 'service', at, { ...some, host }, because)
        : finding(noPods, 'subset', at, { ...some, host, subset }, because);
    }
    case 'plaintext-refused':
      return finding(insecure, 'plaintext', asked.deciding('tls'), { ...some, workload }, because);
    case 'tls-refused':
      return finding(insecure, 'tls', asked.deciding('tls'), { ...some, workload }, because);
    case 'invalid-token':
      return finding(denied, 'token', asked.deciding('authentication'), { request, from }, because);
    case 'denied-by-policy':
      return deniedFinding(asked);
    case 'fault-aborted':
      return finding(
        notConnected,
        'aborted',
        asked.deciding('fault'),
        { ...some, status: failure.status ?? 0 },
        because,
      );
    case 'upstream-overflow':
      return finding(notConnected, 'overflow', asked.deciding('destination'), { ...some, host }, because);
    default:
      return finding(notConnected, connection(failure), asked.deciding('policy', 'route'), { request, from }, because);
  }
}

function unknown(asked: Asked, { host = '', subset, share }: Failure): Finding {
  const { request, from, because, trace } = asked;
  const data = { request, from, percent: percentOf(share), host };
  const missingSubset = trace.hops.some(
    ({ message, data: about }) => message === 'mesh/subsetUnknown' && about.subset === subset && about.host === host,
  );
  return subset !== undefined && missingSubset
    ? finding(unknownDestination, 'subset', asked.deciding('subset'), { ...data, subset }, because)
    : finding(unknownDestination, 'host', asked.deciding('cluster', 'destination'), data, because);
}

function connection({ refusal }: Failure): 'source' | 'name' | 'listener' | 'network' | 'port' {
  if (refusal === 'unknown-source') return 'source';
  if (refusal === 'blocked-by-network-policy') return 'network';
  if (refusal === 'unknown-host' || refusal === 'bad-url' || refusal === 'outbound-blocked') return 'name';
  return refusal === 'no-listener' ? 'listener' : 'port';
}
