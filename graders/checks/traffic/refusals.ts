import { type Finding, finding } from '../../core/finding.ts';
import type { Text } from '../../core/text.ts';
import type { Hop } from '../../core/trace.ts';
import { type HopKey, says } from '../../core/trace.ts';
import { hops as ofCluster } from '../../lab/cluster/hops.ts';
import { hops } from '../../lab/istio/hops.ts';
import type { Failure } from '../../lab/istio/index.ts';
import { partText, percentOf } from './amount.ts';
import type { Asked } from './asked.ts';
import { deniedFinding } from './denied.ts';
import { denied, insecure, noPods, noRoute, notConnected, unknownDestination } from './findings.ts';
import { reasons } from './reasons.ts';
import { sentenceOf } from './say.ts';

/** What a part of the traffic that gets no answer means for the student. */
export function refusalFinding(asked: Asked, failure: Failure): Finding {
  const { request, from, because } = asked;
  const { host = '', workload = '', share, refusal } = failure;
  const some = { request, from, percent: percentOf(share), part: partText(request, share) };
  switch (refusal) {
    case 'no-route':
      return unrouted(asked);
    case 'cluster-not-found':
      return unknown(asked, some, failure);
    case 'no-healthy-upstream':
      return empty(asked, some, failure);
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
    case 'blocked-by-network-policy':
      return finding(notConnected, 'network', asked.deciding('policy', 'route'), { request, from }, because);
    case 'unknown-source':
      return finding(notConnected, 'source', asked.deciding('route'), { request, from }, because);
    case 'no-listener':
      return finding(notConnected, 'listener', asked.deciding('route'), { request, from }, because);
    default:
      return nobody(asked, failure);
  }
}

/** None of the rules that count takes it; of two VirtualServices for a host, only one counts. */
function unrouted(asked: Asked): Finding {
  const { request, from, because, trace } = asked;
  const conflict = trace.hops.find((hop) => says(hop, hops, 'conflicting'));
  const at = asked.deciding('route');
  return conflict
    ? finding(noRoute, 'conflict', at, { request, from, why: sentenceOf(conflict) }, because)
    : finding(noRoute, 'all', at, { request, from }, because);
}

/** Facts that every sentence about a part of the traffic may use. */
interface Some {
  readonly request: string;
  readonly from: string;
  readonly percent: number;
  readonly part: Text;
}

/** The rule sends it to something that is not there. */
function unknown(asked: Asked, some: Some, { host = '', subset, status = 503 }: Failure): Finding {
  const { because, trace } = asked;
  const about = (key: HopKey<typeof hops>) => trace.hops.find((hop) => says(hop, hops, key) && isAbout(hop.data));
  const isAbout = (data: Hop['data']) => data.host === host && (data.subset === undefined || data.subset === subset);
  const missing = about('subsetUnknown');
  if (subset !== undefined && missing) {
    const next = trace.hops[trace.hops.indexOf(missing) + 1];
    const elsewhere = next?.stage === 'subset' && next.data.subset === subset && 'rule' in next.data ? next : undefined;
    const at = asked.placeOf(elsewhere) ?? asked.placeOf(missing) ?? asked.deciding('subset');
    const data = { ...some, host, subset };
    return elsewhere
      ? finding(unknownDestination, 'subsetElsewhere', at, { ...data, why: sentenceOf(elsewhere) }, because)
      : finding(unknownDestination, 'subset', at, data, because);
  }
  const port = about('destinationPortMissing');
  const at = asked.placeOf(port ?? about('destinationUnknown')) ?? asked.deciding('cluster', 'destination');
  const refused = host === '' ? trace.hops.find((hop) => says(hop, hops, 'backendNotAllowed')) : undefined;
  if (refused) {
    const place = asked.placeOf(refused) ?? at;
    return finding(unknownDestination, 'notAllowed', place, { ...some, why: sentenceOf(refused) }, because);
  }
  if (!port) return finding(unknownDestination, 'host', at, { ...some, host, status }, because);
  const { port: number = 0, ports = [] } = port.data;
  return finding(unknownDestination, 'port', at, { ...some, host, port: number, ports, status }, because);
}

/** What it is sent to exists, and nobody ready is behind it. */
function empty(asked: Asked, some: Some, { host = '', subset }: Failure): Finding {
  const { because, trace } = asked;
  const at = asked.deciding('selector', 'subset', 'endpoints', 'destination');
  if (subset === undefined) return finding(noPods, 'service', at, { ...some, host }, because);
  const outside = trace.hops.find((hop) => says(hop, hops, 'subsetOutside') && hop.data.subset === subset);
  return outside
    ? finding(noPods, 'outside', at, { ...some, host, subset, why: sentenceOf(outside) }, because)
    : finding(noPods, 'subset', at, { ...some, host, subset }, because);
}

/** There is no such name or port, or nobody listens there: the decision of the lab says which. */
function nobody(asked: Asked, { refusal }: Failure): Finding {
  const { request, from, because, trace } = asked;
  const why = trace.hops.findLast((hop) => says(hop, hops, ...dead) || says(hop, ofCluster, ...nameless));
  const at = asked.deciding('port', 'endpoints', 'endpoint', 'dns', 'route');
  return finding(notConnected, 'nobody', at, { request, from, why: why ? sentenceOf(why) : reasons[refusal] }, because);
}

const nameless: readonly HopKey<typeof ofCluster>[] = [
  'hostUnknown',
  'hostElsewhere',
  'podOtherDomain',
  'podNotHeadless',
  'podNameless',
  'podNotReady',
  'podNotSelected',
];

const dead: readonly HopKey<typeof hops>[] = [
  'portMissing',
  'nothingListens',
  'noEndpoints',
  'badUrl',
  'outboundBlocked',
];
