import { type Finding, finding } from '../../core/finding.ts';
import type { Destination } from '../../lab/mesh/index.ts';
import { percentOf, readAmount } from './amount.ts';
import type { Asked } from './asked.ts';
import { destination as destinationDescriptor, split as splitDescriptor } from './findings.ts';

/** The first part of the traffic that is not as asked. A key names the value of a pod label, or a workload. */
export function splitFinding(asked: Asked, label: string): Finding | undefined {
  const { call, trace, request, from, because } = asked;
  for (const [key, wanted] of Object.entries(call.expect.split ?? {})) {
    const share = shareOf(trace.outcome.destinations, label, key);
    if (readAmount(wanted)(share)) continue;
    const at = asked.deciding('destination', 'route', 'subset');
    const data = { request, from, key, wanted };
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
  return finding(destinationDescriptor, 'other', at, { request, from, wanted, found }, because);
}

/** The part of the traffic that reaches the pods with a label value, or those of a workload. */
export function shareOf(destinations: readonly Destination[], label: string, key: string): number {
  return destinations
    .filter((destination) => destination.labels[label] === key || isWorkload(destination, key))
    .reduce((sum, { share }) => sum + share, 0);
}

function isWorkload({ workload, namespace }: Destination, wanted: string): boolean {
  return wanted === workload || wanted === `${namespace}/${workload}`;
}
