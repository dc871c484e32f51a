import { type Finding, finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import type { Trace } from '../../core/trace.ts';
import { answersTo, blockedIn, injectionOf, servedPods, type World } from '../../lab/migration/index.ts';
import { reasonOf } from '../reason.ts';
import { unmeshed as notMeshed, plaintext, meshed as stillMeshed } from './findings.ts';
import type { Goals } from './params.ts';

/** What does not hold at the end of a migration. */
export function missedGoals(world: World, goals: Goals, at: Span, trace: Trace): readonly Finding[] {
  const { meshed = [], unmeshed = [], refused = [] } = goals;
  const missing = meshed.map((workload) => outsideMesh(world, workload, at, trace)).filter((one) => one !== undefined);
  if (missing.length > 0) return missing;
  const left = unmeshed.flatMap((workload) => {
    const n = servedPods(world, workload).proxied;
    return n === 0 ? [] : [finding(stillMeshed, 'proxies', at, { n, workload }, trace)];
  });
  const answers = refused.length > 0 ? answersTo(world, refused) : [];
  const open = refused.flatMap((flow, index) => {
    const answer = answers[index];
    if (!answer || answer.outcome.refusal === 'plaintext-refused') return [];
    return [finding(plaintext, 'answered', at, { from: flow.from, to: flow.to }, { hops: answer.hops, outcome: null })];
  });
  return [...left, ...open.slice(0, 1)];
}

function outsideMesh(world: World, workload: string, at: Span, trace: Trace): Finding | undefined {
  const { pods, proxied, served } = servedPods(world, workload);
  if (served === pods && pods > 0) return undefined;
  if (proxied === pods) return finding(notMeshed, 'orphaned', at, { workload }, trace);
  const blocked = blockedIn(world).find(({ fleet }) => fleet.id === workload);
  if (blocked) return finding(notMeshed, 'blocked', at, { workload, reason: reasonOf(blocked.why) }, trace);
  const fleet = world.fleets.find(({ id }) => id === workload);
  const wanted = fleet !== undefined && injectionOf(fleet, world).injected;
  return wanted
    ? finding(notMeshed, 'predates', at, { n: pods - proxied, workload }, trace)
    : finding(notMeshed, 'unlabelled', at, { workload }, trace);
}
