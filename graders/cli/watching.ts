import { problemFinding } from '../checks/promql/judge.ts';
import { fill } from '../core/messages.ts';
import type { Observed } from '../lab/request/index.ts';
import { ask, type TracedService, type Watching } from '../lab/telemetry/index.ts';
import { sayFinding } from '../render/words.ts';
import { type Context, UsageError } from './io.ts';
import { badCalls, nobodyMeasures } from './sentences.ts';

export interface WatchingOptions {
  /** PromQL. */
  readonly query: readonly string[];
  /** `NAMESPACE/WORKLOAD=URL`: what an application calls for each request it gets. */
  readonly calls: readonly string[];
  /** Applications that do not copy the trace headers to their calls. */
  readonly dropsHeaders: readonly string[];
}

/** @throws UsageError for a call that does not say who calls what */
export function readWatching({ query, calls, dropsHeaders }: WatchingOptions, context: Context): Watching {
  const services = new Map<string, TracedService>();
  const add = (workload: string, urls: readonly string[]) => {
    const before = services.get(workload)?.calls ?? [];
    services.set(workload, { workload, calls: [...before, ...urls], forwards: !dropsHeaders.includes(workload) });
  };
  for (const call of calls) {
    const [, workload, url] = /^([^\s=/]+\/[^\s=/]+)=(\w+:\/\/\S+)$/.exec(call) ?? [];
    if (workload === undefined || url === undefined) throw new UsageError(fill(badCalls, { call }, context.lang));
    add(workload, [url]);
  }
  for (const workload of dropsHeaders) add(workload, []);
  return { services: [...services.values()], queries: query };
}

/** @throws UsageError for a query that Prometheus refuses or that the lab does not model, whatever becomes of the request */
export function refuseBadQueries({ query: queries }: WatchingOptions, context: Context): void {
  for (const query of queries) {
    const answer = ask(query, []);
    if (!('problem' in answer)) continue;
    const at = { path: '--query', from: 0, to: query.length };
    throw new UsageError(
      sayFinding(problemFinding({ query, asked: query, at, within: () => at }, answer.problem), context.lang),
    );
  }
}

/** @throws UsageError for a query in a world where nobody measures requests */
export function refuseIdleQueries({ query }: WatchingOptions, { istio }: Observed, context: Context): void {
  if (query.length > 0 && !istio) throw new UsageError(fill(nobodyMeasures, {}, context.lang));
}
