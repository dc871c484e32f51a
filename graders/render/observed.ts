import type { Lang } from '../core/text.ts';
import type { Hop } from '../core/trace.ts';
import type { Observed, VizReport } from '../lab/request/index.ts';
import type { MetricSeen } from '../lab/telemetry/index.ts';
import { type HopJson, traceJson } from './finding-json.ts';
import type { TextOf } from './places.ts';

/** What a request leaves to be observed: `telemetry` in a cluster with Istio, `viz` in one with Linkerd. */
export interface ObservedJson {
  readonly telemetry?: TelemetryJson;
  readonly viz?: VizReport;
}

export interface TelemetryJson {
  readonly metrics: readonly MetricSeen[];
  readonly scraping: readonly ScrapingJson[];
  readonly tracing: TracingJson;
  /** Answers to the queries that were asked, while one such request is sent each second. */
  readonly queries: readonly QueryJson[];
}

export interface ScrapingJson {
  /** `namespace/workload`. */
  readonly workload: string;
  /** Prometheus gets the metrics of its proxy. */
  readonly proxy: boolean;
  /** Where the application is asked for its own metrics. */
  readonly app?: { readonly port: number; readonly path: string };
  readonly hops: readonly HopJson[];
}

export interface TracingJson {
  readonly traces: readonly {
    /** Workload whose proxy starts it. */
    readonly root: string;
    readonly spans: number;
    /** Of a thousand requests, how many leave it in the collector. */
    readonly per1000: number;
  }[];
  readonly hops: readonly HopJson[];
}

export interface QueryJson {
  readonly query: string;
  readonly samples: readonly {
    readonly labels: Readonly<Record<string, string>>;
    /** A text for `NaN`, `+Inf` and `-Inf`. */
    readonly value: number | string;
  }[];
}

/** What was observed as `timonel request --format json` prints it; nothing in a cluster without a mesh. */
export function observedJson({ istio, linkerd }: Observed, textOf: TextOf, lang: Lang): ObservedJson {
  if (!istio) return linkerd ? { viz: linkerd } : {};
  const told = (hops: readonly Hop[]) => traceJson({ hops, outcome: null }, textOf, lang).hops;
  const { metrics, scraping, tracing, queries } = istio;
  return {
    telemetry: {
      metrics,
      scraping: scraping.map(({ workload, proxy, app, hops }) => ({
        workload,
        proxy,
        ...(app && { app }),
        hops: told(hops),
      })),
      tracing: { traces: tracing.outcome.traces, hops: told(tracing.hops) },
      queries: queries.map(({ query, answer }) => ({
        query,
        samples:
          'samples' in answer ? answer.samples.map(({ labels, value }) => ({ labels, value: written(value) })) : [],
      })),
    },
  };
}

/** JSON has no number for these; Prometheus writes them so. */
export function written(value: number): number | string {
  if (Number.isFinite(value)) return value;
  return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
}
