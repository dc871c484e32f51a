import { order } from './aggregate.ts';
import { QueryRefused, type TypeReason } from './expression.ts';
import { histogramQuantile } from './histogram.ts';
import { joined, replaced } from './relabel.ts';
import { nameless, type Sample, samplesOf, scalarOf, textOf, type Value, vector } from './value.ts';

interface Known {
  /** How many arguments it takes, at least and at most. */
  readonly takes: readonly [number, number];
  evaluate(args: readonly Value[], name: string): Value;
}

const known = (least: number, most: number, evaluate: Known['evaluate']): Known => ({ takes: [least, most], evaluate });
const simple = (change: (value: number) => number): Known =>
  known(1, 1, ([of], name) => each(of, name, (value) => change(value)));
const overRange = (of: (perSecond: number, seconds: number) => number): Known =>
  known(1, 1, ([range], name) => paced(range, name, of));

/** The functions of PromQL that the lab models. @see https://prometheus.io/docs/prometheus/latest/querying/functions/ */
const functions: Readonly<Record<string, Known>> = {
  rate: overRange((perSecond) => perSecond),
  irate: overRange((perSecond) => perSecond),
  increase: overRange((perSecond, seconds) => perSecond * seconds),
  histogram_quantile: known(2, 2, ([quantile, buckets], name) =>
    vector(histogramQuantile(scalarOf(quantile, name), samplesOf(buckets, name))),
  ),
  scalar: known(1, 1, ([of], name) => {
    const samples = samplesOf(of, name);
    return { kind: 'scalar', value: samples.length === 1 ? (samples[0]?.value ?? Number.NaN) : Number.NaN };
  }),
  vector: known(1, 1, ([of], name) => vector([{ labels: {}, value: scalarOf(of, name) }])),
  abs: simple(Math.abs),
  ceil: simple(Math.ceil),
  floor: simple(Math.floor),
  sgn: simple(Math.sign),
  sqrt: simple(Math.sqrt),
  exp: simple(Math.exp),
  ln: simple(Math.log),
  log2: simple(Math.log2),
  log10: simple(Math.log10),
  round: known(1, 2, ([of, to], name) => {
    const unit = to === undefined ? 1 : scalarOf(to, name);
    return each(of, name, (value) => Math.floor(value / unit + 0.5) * unit);
  }),
  clamp: known(3, 3, ([of, least, most], name) => {
    const [lower, upper] = [scalarOf(least, name), scalarOf(most, name)];
    return lower > upper ? vector([]) : each(of, name, (value) => Math.max(lower, Math.min(upper, value)));
  }),
  clamp_min: known(2, 2, ([of, least], name) => each(of, name, (value) => Math.max(value, scalarOf(least, name)))),
  clamp_max: known(2, 2, ([of, most], name) => each(of, name, (value) => Math.min(value, scalarOf(most, name)))),
  sort: known(1, 1, ([of], name) => vector([...samplesOf(of, name)].sort((a, b) => order(a.value, b.value, -1)))),
  sort_desc: known(1, 1, ([of], name) => vector([...samplesOf(of, name)].sort((a, b) => order(a.value, b.value, 1)))),
  label_replace: known(5, 5, ([of, ...texts], name) =>
    vector(
      replaced(
        samplesOf(of, name),
        texts.map((text) => textOf(text, name)),
      ),
    ),
  ),
  label_join: known(3, Number.POSITIVE_INFINITY, ([of, ...texts], name) =>
    vector(
      joined(
        samplesOf(of, name),
        texts.map((text) => textOf(text, name)),
      ),
    ),
  ),
};

export function call(name: string, args: readonly Value[]): Value {
  const called = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!called) throw new QueryRefused({ kind: 'unmodelled', what: `${name}()`, from: 0, to: 0 });
  const [least, most] = called.takes;
  if (args.length < least || args.length > most) throw refused('arguments', name);
  return called.evaluate(args, name);
}

/** A counter of this lab grows evenly, so every window of two samples or more sees the same pace. */
function paced(range: Value | undefined, name: string, of: (perSecond: number, seconds: number) => number): Value {
  if (range?.kind !== 'matrix') throw refused('range-needed', name);
  const { series, seconds } = range;
  return vector(
    nameless(
      series.map(({ labels, perSecond }) => ({ labels, value: of(perSecond, seconds) })),
      name,
    ),
  );
}

function each(value: Value | undefined, name: string, change: (value: number) => number): Value {
  const changed = samplesOf(value, name).map((one): Sample => ({ labels: one.labels, value: change(one.value) }));
  return vector(nameless(changed, name));
}

const refused = (reason: TypeReason, what: string): QueryRefused => new QueryRefused({ kind: 'type', reason, what });
