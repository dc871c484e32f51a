import type { Hop } from '../../../core/trace.ts';
import type { PodState } from '../../cluster/index.ts';
import type { Mesh, MeshRequest, RequestOutcome } from '../../istio/index.ts';
import { type Answer, ask } from '../promql/query.ts';
import { reachesPrometheus } from '../scrape/reaches.ts';
import { type Scraped, scrape } from '../scrape/scrape.ts';
import { exchangesIn } from '../series/exchanges.ts';
import { seriesIn } from '../series/produce.ts';
import type { Series } from '../series/series.ts';
import { type ChainOutcome, followChain, type TracedService } from '../tracing/chain.ts';
import { type MetricSeen, metricsOf } from './metrics.ts';

/** What one request leaves to be observed in a cluster with Istio. */
export interface TelemetryReport {
  readonly metrics: readonly MetricSeen[];
  /** What Prometheus gets from the workloads that the request meets. */
  readonly scraping: readonly ScrapedWorkload[];
  readonly tracing: { readonly outcome: ChainOutcome; readonly hops: readonly Hop[] };
  readonly queries: readonly { readonly query: string; readonly answer: Answer }[];
}

export interface ScrapedWorkload extends Scraped {
  /** `namespace/workload`. */
  readonly workload: string;
}

/** How a request is watched. */
export interface Watching {
  /** What the applications do with such a request, where anything but answering it. */
  readonly services?: readonly TracedService[];
  /** PromQL, asked while one such request is sent each second. */
  readonly queries?: readonly string[];
}

/**
 * Metrics, spans and answers to queries that a request leaves.
 * @param outcome what became of it, as `send` told
 * @see https://istio.io/latest/docs/concepts/observability/
 */
export function reportOf(
  mesh: Mesh,
  asked: MeshRequest,
  outcome: RequestOutcome,
  { services = [], queries = [] }: Watching,
): TelemetryReport {
  const { from, url, method, headers, ...rest } = asked;
  const flow = { from, to: url, ...(method && { method }), ...(headers && { headers }), perSecond: 1 };
  const series = seriesIn(exchangesIn(mesh, outcome, flow));
  const scraping = scrapingOf(mesh, outcome, series);
  const reaches = reachesPrometheus(mesh);
  const stored = series.filter(reaches);
  const { hops, outcome: traced } = followChain(mesh, { ...flow, ...rest, services });
  return {
    metrics: metricsOf(series, reaches),
    scraping,
    tracing: { outcome: traced, hops },
    queries: queries.map((query) => ({ query, answer: ask(query, stored) })),
  };
}

/** One pod speaks for its workload. */
function scrapingOf(mesh: Mesh, { destinations }: RequestOutcome, series: readonly Series[]) {
  const met = (pod: PodState) =>
    destinations.some(({ workload, namespace }) => pod.workload.name === workload && pod.namespace === namespace);
  const pods = [...series.flatMap(({ pod }) => pod ?? []), ...mesh.state.pods.filter(met)];
  const byWorkload = new Map<string, PodState>();
  for (const pod of pods) {
    const name = `${pod.namespace}/${pod.workload.name}`;
    if (!byWorkload.has(name)) byWorkload.set(name, pod);
  }
  return [...byWorkload].map(([workload, pod]) => ({ workload, ...scrape(mesh, pod) }));
}
