/** What a mesh lets one observe: what other parts may use. */
export type { Flow } from './flow.ts';
export { type DataSource, type Provisioning, provisioningOf } from './grafana/grafana.ts';
export {
  type Dashboards,
  type DashboardText,
  dashboardTexts,
  mountedMaps,
  type PanelQuery,
  panelQueries,
} from './grafana/panels.ts';
export { interpolated } from './grafana/variables.ts';
export type { QueryProblem } from './promql/expression.ts';
export { ask } from './promql/query.ts';
export { sameAnswer, sameValues } from './promql/same.ts';
export type { Sample } from './promql/value.ts';
export { shortestWindow } from './promql/window.ts';
export type { MetricSeen } from './report/metrics.ts';
export { reportOf, type ScrapedWorkload, type TelemetryReport, type Watching } from './report/report.ts';
export { reachesPrometheus } from './scrape/reaches.ts';
export { announcedAt, type Scraped, scrape } from './scrape/scrape.ts';
export { seriesOf } from './series/produce.ts';
export type { Series } from './series/series.ts';
export { paceAsValue, scrapeInterval } from './series/series.ts';
export { settingsOf } from './settings.ts';
export { selfTimes } from './traces/self-times.ts';
export { type Chain, type ChainOutcome, followChain, type TracedService } from './tracing/chain.ts';
export { proxyTracing } from './tracing/proxy.ts';
