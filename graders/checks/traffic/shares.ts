import { type Finding, finding } from '../../core/finding.ts';
import { own } from '../../core/own.ts';
import type { Text } from '../../core/text.ts';
import type { Hop } from '../../core/trace.ts';
import { type HopKey, says } from '../../core/trace.ts';
import { hops as meshHops } from '../../lab/istio/hops.ts';
import type { Destination } from '../../lab/istio/index.ts';
import { amountText, percentOf, readAmount } from './amount.ts';
import type { Asked } from './asked.ts';
import { destination as destinationDescriptor, split as splitDescriptor } from './findings.ts';
import { sentenceOf } from './say.ts';

/** The first part of the traffic that is not as asked. A key names the value of a pod label, or a workload. */
export function splitFinding(asked: Asked, label: string): Finding | undefined {
  const { call, trace, request, from, because } = asked;
  for (const [key, wanted] of Object.entries(call.expect.split ?? {})) {
    const share = shareOf(trace.outcome.destinations, label, key);
    if (readAmount(wanted)(share)) continue;
    const at = asked.deciding('destination', 'route', 'source', 'subset');
    const data = { request, from, key, wanted: amountText(wanted) };
    const why = whyUnrouted(trace);
    if (why) return finding(splitDescriptor, 'unrouted', at, { ...data, percent: percentOf(share), why }, because);
    return share === 0
      ? finding(splitDescriptor, 'nothing', at, data, because)
      : finding(splitDescriptor, 'share', at, { ...data, percent: percentOf(share) }, because);
  }
  return undefined;
}

/** All that is delivered goes to one workload. */
export function destinationFinding(asked: Asked): Finding | undefined {
  const { call, trace, request, from, because } = asked;
  const wanted = call.expect.destination;
  if (wanted === undefined) return undefined;
  const elsewhere = trace.outcome.destinations.filter((destination) => !isWorkload(destination, wanted));
  if (elsewhere.length === 0) return undefined;
  const found = elsewhere.map(({ workload }) => `\`${workload}\``);
  const at = asked.deciding('destination', 'route', 'subset');
  const data = { request, from, wanted, found };
  const why = whyUnrouted(trace);
  return why
    ? finding(destinationDescriptor, 'unrouted', at, { ...data, why }, because)
    : finding(destinationDescriptor, 'other', at, data, because);
}

/** The part of the traffic that reaches the pods with a label value, or those of a workload. */
export function shareOf(destinations: readonly Destination[], label: string, key: string): number {
  return destinations
    .filter((destination) => own(destination.labels, label) === key || isWorkload(destination, key))
    .reduce((sum, { share }) => sum + share, 0);
}

/**
 * What to say where no rule decides, or not the one that was meant: why that one does not count, or that there is none.
 */
function whyUnrouted({ hops }: Asked['trace']): Text | undefined {
  const conflict = hops.find((hop) => says(hop, meshHops, 'conflicting'));
  if (conflict) return sentenceOf(conflict);
  if (hops.some(({ stage }) => stage === 'destination')) return undefined;
  const telling = hops.findLast((hop) => says(hop, meshHops, ...excuses)) ?? hops.findLast(isLastWord);
  return telling && sentenceOf(telling);
}

const excuses: readonly HopKey<typeof meshHops>[] = [
  'noSidecar',
  'otherGateways',
  'notVisible',
  'noRouteHere',
  'otherHost',
  'parentIgnored',
  'routesNotImported',
  'notHttp',
  'headless',
];

const isLastWord = (hop: Hop): boolean => says(hop, meshHops, 'noVirtualService');

function isWorkload({ workload, namespace }: Destination, wanted: string): boolean {
  return wanted === workload || wanted === `${namespace}/${workload}`;
}
