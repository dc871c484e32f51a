import type { Series } from '../series/series.ts';

/** A metric that a proxy exposes after a request, with all its buckets as one. */
export interface MetricSeen {
  readonly name: string;
  readonly type: 'counter' | 'histogram';
  readonly labels: Readonly<Record<string, string>>;
  /** What one such request adds on average: to a counter its amount, to a histogram the observations. */
  readonly perRequest: number;
  /** Prometheus gets it. */
  readonly scraped: boolean;
}

/** @param reaches tells whether what the proxy of a series exposes gets to Prometheus */
export function metricsOf(series: readonly Series[], reaches: (one: Series) => boolean): readonly MetricSeen[] {
  return series.flatMap((one): readonly MetricSeen[] => {
    const { __name__: name = '', ...labels } = one.labels;
    if (/_(?:bucket|sum)$/.test(name)) return [];
    const type = name.endsWith('_count') ? 'histogram' : 'counter';
    const seen = { type, labels, perRequest: one.perSecond, scraped: reaches(one) } as const;
    return [{ name: name.replace(/_count$/, ''), ...seen }];
  });
}
