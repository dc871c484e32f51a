import { written } from './numbers.ts';
import { mean, sum, variance } from './sums.ts';
import { groups, type Labels, only, type Sample, signature, without } from './value.ts';

/** A number beats NaN. */
const most = (values: readonly number[], sign: 1 | -1): number =>
  values.reduce((best, value) => (Number.isNaN(best) || sign * value > sign * best ? value : best), Number.NaN);

/** @see https://prometheus.io/docs/prometheus/latest/querying/operators/#aggregation-operators */
export const aggregations: Readonly<Record<string, (values: readonly number[]) => number>> = {
  sum,
  avg: mean,
  max: (values) => most(values, 1),
  min: (values) => most(values, -1),
  count: (values) => values.length,
  group: () => 1,
  stdvar: variance,
  stddev: (values) => Math.sqrt(variance(values)),
};

/** The quantile of some values, with those between two of them taken from the line that joins them. */
export function quantile(share: number, values: readonly number[]): number {
  if (Number.isNaN(share)) return Number.NaN;
  if (share < 0) return Number.NEGATIVE_INFINITY;
  if (share > 1) return Number.POSITIVE_INFINITY;
  // NaN is less than any number here.
  const sorted = [...values].sort((a, b) => -order(a, b, 1));
  const rank = share * (sorted.length - 1);
  const lower = Math.floor(rank);
  const [below, above] = [sorted[lower] ?? Number.NaN, sorted[Math.min(sorted.length - 1, lower + 1)] ?? Number.NaN];
  const weight = rank - lower;
  // Of an infinite neighbour, no part at all is NaN too.
  return below * (1 - weight) + above * weight;
}

/** The labels that tell the groups apart. */
export function groupLabels(labels: Labels, names: readonly string[], leaveOut: boolean): Labels {
  return leaveOut ? without(labels, ['__name__', ...names]) : only(labels, names);
}

export function aggregate(
  samples: readonly Sample[],
  reduce: (values: readonly number[]) => number,
  keep: (labels: Labels) => Labels,
): readonly Sample[] {
  return [...groups(samples, ({ labels }) => signature(keep(labels))).values()].map((group) => ({
    labels: keep(group[0]?.labels ?? {}),
    value: reduce(group.map(({ value }) => value)),
  }));
}

/** How many samples of each group have each value; the value goes to a label. */
export function counted(
  samples: readonly Sample[],
  label: string,
  keep: (labels: Labels) => Labels,
): readonly Sample[] {
  const valued = samples.map(({ labels, value }) => ({ labels: { ...keep(labels), [label]: written(value) }, value }));
  return aggregate(
    valued,
    (values) => values.length,
    (labels) => labels,
  );
}

/** The `count` largest (or smallest) of each group, with all their labels. */
export function extremes(
  samples: readonly Sample[],
  count: number,
  sign: 1 | -1,
  keep: (labels: Labels) => Labels,
): readonly Sample[] {
  const kept = Math.max(0, Math.floor(count));
  return [...groups(samples, ({ labels }) => signature(keep(labels))).values()].flatMap((group) =>
    [...group].sort((a, b) => order(a.value, b.value, sign)).slice(0, kept),
  );
}

/** NaN goes last. */
export function order(a: number, b: number, sign: 1 | -1): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a === b ? 0 : sign * (b > a ? 1 : -1);
}
