/** What a mesh lets one observe: what other parts may use. */
export type { Flow } from './flow.ts';
export type { MetricSeen } from './report/metrics.ts';
export { reportOf, type ScrapedWorkload, type TelemetryReport, type Watching } from './report/report.ts';
export { reachesPrometheus } from './scrape/reaches.ts';
export { type Scraped, scrape } from './scrape/scrape.ts';
export { seriesOf } from './series/produce.ts';
export type { Series } from './series/series.ts';
export { type Chain, type ChainOutcome, followChain, type TracedService } from './tracing/chain.ts';
