import { groups, type Sample, signature, without } from './value.ts';

interface Bucket {
  readonly upper: number;
  readonly count: number;
}

/**
 * The quantile of each histogram, assuming that the values of a bucket are spread evenly over it. Buckets of two metrics are
 * two histograms, and the names are left for the caller to take away.
 * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile
 */
export function histogramQuantile(quantile: number, samples: readonly Sample[]): readonly Sample[] {
  const bounded = samples.filter(({ labels }) => boundOf(labels.le) !== undefined);
  const histograms = groups(bounded, ({ labels }) => signature(without(labels, ['le'])));
  return [...histograms.values()].map((group) => ({
    labels: without(group[0]?.labels ?? {}, ['le']),
    value: quantileOf(quantile, bucketsOf(group)),
  }));
}

function boundOf(le: string | undefined): number | undefined {
  if (le === undefined || le === '') return undefined;
  const bound = le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le);
  return Number.isNaN(bound) ? undefined : bound;
}

/** Sorted, buckets with one bound added up, never falling, and the same where only the last digits differ. */
function bucketsOf(group: readonly Sample[]): readonly Bucket[] {
  const sorted = [...groups(group, ({ labels }) => String(boundOf(labels.le))).values()]
    .map((same) => ({
      upper: boundOf(same[0]?.labels.le) ?? 0,
      count: same.reduce((sum, { value }) => sum + value, 0),
    }))
    .sort((a, b) => a.upper - b.upper);
  let most = Number.NEGATIVE_INFINITY;
  return sorted.map(({ upper, count }) => {
    if (count > most && !nearlyEqual(count, most)) most = count;
    return { upper, count: most };
  });
}

/** @see https://github.com/prometheus/prometheus/blob/main/promql/quantile.go */
const nearlyEqual = (a: number, b: number): boolean => Math.abs(a - b) / (Math.abs(a) + Math.abs(b)) < 1e-12;

function quantileOf(quantile: number, buckets: readonly Bucket[]): number {
  if (quantile < 0) return Number.NEGATIVE_INFINITY;
  if (quantile > 1) return Number.POSITIVE_INFINITY;
  const last = buckets.at(-1);
  if (!last || last.upper !== Number.POSITIVE_INFINITY || buckets.length < 2) return Number.NaN;
  if (Number.isNaN(quantile) || last.count === 0) return Number.NaN;
  const rank = quantile * last.count;
  const index = buckets.findIndex(({ count }) => count >= rank);
  const bucket = buckets[index];
  if (!bucket || index === buckets.length - 1) return buckets.at(-2)?.upper ?? Number.NaN;
  if (index === 0 && bucket.upper <= 0) return bucket.upper;
  const before = buckets[index - 1] ?? { upper: 0, count: 0 };
  const inside = bucket.count - before.count;
  return before.upper + (bucket.upper - before.upper) * ((rank - before.count) / inside);
}
