import { type Finding, finding } from '../../core/finding.ts';
import { percentOf } from './amount.ts';
import type { Asked } from './asked.ts';
import { split } from './findings.ts';
import { shareOf } from './shares.ts';

/** Shares that differ by less are the same. */
const tolerance = 0.0005;

/**
 * The first part of the traffic that depends on how many pods there are.
 * @param usual the same call with the pods of the manifests
 * @param replicas the pods there are now, by workload
 */
export function driftFinding(
  asked: Asked,
  usual: Asked,
  label: string,
  replicas: Readonly<Record<string, number>>,
): Finding | undefined {
  const { call, trace, request, from, because } = asked;
  for (const key of Object.keys(call.expect.split ?? {})) {
    const before = shareOf(usual.trace.outcome.destinations, label, key);
    const now = shareOf(trace.outcome.destinations, label, key);
    if (Math.abs(now - before) < tolerance) continue;
    const pods = Object.entries(replicas).map(([name, count]) => `\`${name}\`: ${count}`);
    const data = { request, from, key, before: percentOf(before), now: percentOf(now), pods };
    return finding(split, 'drifts', asked.deciding('destination', 'route', 'subset'), data, because);
  }
  return undefined;
}
