import { type Series, scrapeInterval, valueNow } from '../series/series.ts';
import { aggregations } from './aggregate.ts';
import { unmodelled } from './expression.ts';
import type { Matrix, Sample } from './value.ts';

/** Seconds that the lab knows of its series: they grow evenly, and it is said for this long. */
const known = 3600;

/**
 * What a series said some seconds ago.
 * @throws QueryRefused for the future and for what was before the hour that is looked at
 */
export function valueAgo(series: Series, seconds: number): number {
  inKnown(seconds, 0);
  return valueNow(series) - series.perSecond * seconds;
}

/** What the pace of each series makes of a window; one that holds less than two samples for sure gives nothing. */
export function paced(
  { series, seconds, offset }: Matrix,
  of: (perSecond: number, seconds: number) => number,
): readonly Sample[] {
  if (offset !== 0) inKnown(offset, seconds);
  if (seconds < 2 * scrapeInterval) return [];
  return series.map(({ labels, perSecond }) => ({ labels, value: of(perSecond, seconds) }));
}

/** Where the line through the samples of a window leads, some seconds from now: the series of the lab grow evenly. */
export function predicted(range: Matrix, seconds: number): readonly Sample[] {
  const paces = paced(range, (perSecond) => perSecond);
  return paces.map(({ labels, value }, index) => {
    const series = range.series[index];
    return { labels, value: (series ? valueNow(series) : Number.NaN) + value * seconds };
  });
}

/**
 * What the samples in a window come to, the last one first. The last scrape is that of this moment, so that a window which is
 * no multiple of the scrape interval may hold one more or one less than in a cluster: those are not answered.
 */
export function readings(
  { series, seconds, offset }: Matrix,
  reduce: (values: readonly number[]) => number,
): readonly Sample[] {
  inKnown(offset, seconds);
  const count = seconds / scrapeInterval;
  if (!Number.isInteger(count)) throw unmodelled(`[${seconds}s]`);
  const ages = Array.from({ length: count }, (_, index) => offset + index * scrapeInterval);
  return series.map((one) => ({ labels: one.labels, value: reduce(ages.map((age) => valueAgo(one, age))) }));
}

const changed = (values: readonly number[]): number =>
  values.filter((value, index) => index > 0 && value !== values[index - 1]).length;
const fallen = (values: readonly number[]): number =>
  values.filter((value, index) => index > 0 && value > (values[index - 1] ?? value)).length;

/** Functions of the samples in a window, of which the oldest is counted first. @see https://prometheus.io/docs/prometheus/latest/querying/functions/#aggregation_over_time */
export const overTime: Readonly<Record<string, (values: readonly number[]) => number>> = {
  ...Object.fromEntries(
    Object.entries(aggregations)
      .filter(([name]) => name !== 'group')
      .map(([name, reduce]) => [`${name}_over_time`, (values: readonly number[]) => reduce(values.toReversed())]),
  ),
  present_over_time: () => 1,
  changes: changed,
  resets: fallen,
};

function inKnown(offset: number, seconds: number): void {
  if (offset < 0 || offset + seconds > known) throw unmodelled(offset === 0 ? `[${seconds}s]` : `offset ${offset}s`);
}
