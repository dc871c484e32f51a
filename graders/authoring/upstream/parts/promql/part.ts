import type { Json } from '../../../../core/json.ts';
import { ask } from '../../../../lab/telemetry/index.ts';
import type { Part } from '../../part.ts';
import type { Random } from '../../random.ts';
import { query } from './query.ts';

interface Counter {
  readonly labels: Readonly<Record<string, string>>;
  readonly base: number;
  readonly perSecond: number;
}

interface Input {
  readonly query: string;
  readonly series: readonly Counter[];
}

interface Said {
  readonly samples?: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: string }[];
  readonly refused?: boolean;
  readonly reason?: string;
  /** What the lab does not model. */
  readonly unmodelled?: string;
}

function make(random: Random): Json {
  const value = () => random.pick([0, 0.1, 1, 2.5, 7, 1000, 123_456.789]);
  const counter = (__name__: string, labels: Readonly<Record<string, string>>) => ({
    labels: { __name__, ...labels },
    base: 10_000 + value() * random.between(0, 9),
    perSecond: random.pick([0, 0, 0.1, 0.5, 1, 3, 12.5]),
  });
  const series = ['requests_total', 'errors_total', 'up'].flatMap((name) => {
    const jobs = random.some(['api', 'web', 'b'], 0.7);
    const codes = random.chance(0.6) ? random.some(['200', '404', '500'], 0.6) : [''];
    return jobs.flatMap((job) =>
      codes.map((code) =>
        counter(name, { job, ...(code !== '' && { code }), ...(random.chance(0.3) && { pod: 'a' }) }),
      ),
    );
  });
  const buckets = random.some(['api', 'web'], 0.6).flatMap((job) => {
    let pace = 0;
    return ['0.1', '0.5', '1', '2.5', '+Inf'].map((le) => {
      pace += random.pick([0, 0, 1, 5]);
      return { labels: { __name__: 'seconds_bucket', le, job }, base: 10_000 + pace * 100, perSecond: pace };
    });
  });
  const asked = query(random, random.pick([0, 1, 1, 2, 2, 3]));
  return { query: asked, series: distinct([...series, ...buckets].filter((one) => mayConcern(asked, one))) };
}

/** Whether a query names the metric, or selects by labels alone. */
const mayConcern = (query: string, { labels }: Counter): boolean =>
  /(?<!\w)\{/.test(query) || query.includes(labels.__name__ ?? '');

/** Prometheus keeps one series of a set of labels. */
function distinct(series: readonly Counter[]): Json[] {
  return [...new Map(series.map((one) => [JSON.stringify(one.labels), one])).values()] as unknown as Json[];
}

function answer({ query, series }: Input): Json {
  const said = ask(query, series);
  if ('samples' in said) {
    return { samples: said.samples.map(({ labels, value }) => ({ labels: { ...labels }, value: String(value) })) };
  }
  const { problem } = said;
  return problem.kind === 'unmodelled' ? { unmodelled: problem.what } : { refused: true };
}

/** Whether two answers have the same samples: in any order, and but for the last digits. */
function same(ours: Said, theirs: Said): boolean {
  if (!ours.samples || !theirs.samples) return ours.refused === true && theirs.refused === true;
  const [left, right] = [byLabels(ours.samples), byLabels(theirs.samples)];
  return left.size === right.size && [...left].every(([labels, value]) => near(value, right.get(labels)));
}

function byLabels(samples: NonNullable<Said['samples']>): ReadonlyMap<string, number> {
  return new Map(
    samples.map(({ labels, value }) => {
      // An empty label is no label.
      const given = Object.entries(labels).filter(([, text]) => text !== '');
      return [JSON.stringify(given.sort(([a], [b]) => (a < b ? -1 : 1))), Number(value)];
    }),
  );
}

function near(one: number, other: number | undefined): boolean {
  if (other === undefined || Number.isNaN(one) || Number.isNaN(other)) return Number.isNaN(one) && Number.isNaN(other);
  if (!Number.isFinite(one) || !Number.isFinite(other)) return one === other;
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
}

/** Functions of how fast series grow, and those of which a last digit decides. */
const paced = /\b(?:rate|irate|increase|i?delta|deriv|predict_linear)\(/;
const cutting = /\b(?:round|floor|ceil|sgn|count_values|histogram_quantile)\b|[<>]|[!=]=|[%^]/;

export const promql: Part = {
  name: 'promql',
  what: 'what Prometheus answers to queries, of one instant',
  upstream: 'https://pkg.go.dev/github.com/prometheus/prometheus/promql#Engine',
  make,
  answer,
  heard: ({ samples, refused }: Said) =>
    JSON.parse(JSON.stringify(refused ? { refused } : { samples: samples ?? [] })) as Json,
  same,
  kindOf: (_: Input, ours: Said, theirs: Said) => {
    if (ours.unmodelled !== undefined) return `not modelled: ${ours.unmodelled}`;
    if (ours.refused) return 'refused here only';
    return theirs.refused ? `answered here only: ${theirs.reason}` : 'other samples';
  },
  deviations: [
    {
      name: 'of the past, the lab knows an hour: a window that begins before it is not answered',
      page: 'https://prometheus.io/docs/prometheus/latest/querying/basics/#offset-modifier',
      input: { query: 'rate(up[1h] offset 1m)', series: [] },
      covers: (_: Input, __: Said, ours: Said) => ours.unmodelled?.startsWith('offset ') === true,
    },
    {
      name: 'a pace is exact here, and has its last digits rounded there: what cuts or compares them shows it',
      page: 'https://prometheus.io/docs/prometheus/latest/querying/functions/#rate',
      input: {
        query: 'round(rate(up[300s]))',
        series: [{ labels: { __name__: 'up' }, base: 10_056, perSecond: 12.5 }],
      },
      covers: ({ query }: Input, theirs: Said, ours: Said) =>
        !theirs.refused && !ours.refused && paced.test(query) && cutting.test(query),
    },
  ],
};
