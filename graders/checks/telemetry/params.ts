import type { TracedService } from '../../lab/telemetry/index.ts';

/** What must be observable once the answer is applied: metrics that are scraped, a data source that answers, traces. */
export interface Params {
  /** Workloads whose metrics must reach Prometheus. */
  readonly scraped?: readonly ScrapedWorkload[];
  readonly dataSource?: GrafanaSource;
  readonly traces?: readonly TracedRequest[];
}

export interface ScrapedWorkload {
  /** `namespace/workload`. */
  readonly workload: string;
  /** The metrics that the application publishes there must arrive as well as those of the sidecar. */
  readonly app?: { readonly port: number; readonly path: string };
}

/** Grafana must have a data source of type `prometheus` whose address is answered by Prometheus. */
export interface GrafanaSource {
  /** `namespace/workload` of Grafana. */
  readonly grafana: string;
  /** `namespace/workload` of Prometheus. */
  readonly prometheus: string;
}

/** A request and the calls it leads to, and the traces it must leave. */
export interface TracedRequest {
  /** Workload that sends the first request, as `namespace/workload`. */
  readonly from: string;
  readonly to: string;
  readonly services: readonly [TracedService, ...TracedService[]];
  /** Part of the requests that is sampled: `10%`, `>=50%`, `1%..20%`. */
  readonly sampled?: string;
  /** Spans of the largest trace. */
  readonly spans?: number;
}
