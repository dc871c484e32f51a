import { code } from '../../core/code.ts';
import { type Finding, finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import type { Trace } from '../../core/trace.ts';
import { answersTo, servedPods, type World } from '../../lab/migration/index.ts';
import { unmeshed as notMeshed, plaintext, meshed as stillMeshed } from './findings.ts';
import type { Goals } from './params.ts';
import { type Lack, lackOf } from './without-proxy.ts';

/** What does not hold at the end of a migration. */
export function missedGoals(world: World, goals: Goals, at: Span, trace: Trace): readonly Finding[] {
  const { meshed = [], unmeshed = [], refused = [] } = goals;
  const missing = outsideMesh(world, meshed, at, trace);
  if (missing.length > 0) return missing;
  return [...leftInMesh(world, unmeshed, at, trace), ...openTo(world, refused, at)];
}

/** Workloads that lack a proxy that somebody serves; those with the same cause in one finding. */
function outsideMesh(world: World, workloads: readonly string[], at: Span, trace: Trace): readonly Finding[] {
  const causes = new Map<string, { readonly lack: Lack | undefined; readonly ids: string[] }>();
  for (const id of workloads) {
    const { pods, served } = servedPods(world, id);
    if (served === pods && pods > 0) continue;
    const lack = lackOf(world, id);
    const key = JSON.stringify(lack ?? null);
    const alike = causes.get(key)?.ids ?? [];
    causes.set(key, { lack, ids: [...alike, id] });
  }
  return [...causes.values()].map(({ lack, ids }) => {
    const data = { workloads: quoted(ids) };
    if (!lack) return finding(notMeshed, 'orphaned', at, data, trace);
    if (lack.cause === 'blocked') return finding(notMeshed, 'blocked', at, { ...data, reason: lack.reason }, trace);
    if (lack.cause !== 'older') return finding(notMeshed, lack.cause, at, data, trace);
    const n = sum(ids, (id) => servedPods(world, id).pods - servedPods(world, id).proxied);
    return finding(notMeshed, 'older', at, { ...data, n }, trace);
  });
}

function leftInMesh(world: World, workloads: readonly string[], at: Span, trace: Trace): readonly Finding[] {
  const left = workloads.filter((id) => servedPods(world, id).proxied > 0);
  const n = sum(left, (id) => servedPods(world, id).proxied);
  return n === 0 ? [] : [finding(stillMeshed, 'proxies', at, { n, workloads: quoted(left) }, trace)];
}

/** Plain text that is still taken: the first such request tells it. */
function openTo(world: World, refused: NonNullable<Goals['refused']>, at: Span): readonly Finding[] {
  const answers = refused.length > 0 ? answersTo(world, refused) : [];
  const open = refused.flatMap((flow, index) => {
    const answer = answers[index];
    if (!answer || answer.outcome.refusal === 'plaintext-refused') return [];
    return [finding(plaintext, 'answered', at, { from: flow.from, to: flow.to }, { hops: answer.hops, outcome: null })];
  });
  return open.slice(0, 1);
}

const quoted = (ids: readonly string[]): readonly string[] => ids.map(code);

const sum = (ids: readonly string[], count: (id: string) => number): number =>
  ids.reduce((total, id) => total + count(id), 0);
