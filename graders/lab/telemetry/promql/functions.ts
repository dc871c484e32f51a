import { own } from '../../../core/own.ts';
import { scrapeInterval } from '../series/series.ts';
import { order, quantile } from './aggregate.ts';
import { refused, unmodelled } from './expression.ts';
import { histogramQuantile } from './histogram.ts';
import { log2 } from './numbers.ts';
import { overTime, paced, predicted, readings } from './past.ts';
import { joined, replaced } from './relabel.ts';
import { labelOf, matrixOf, nameless, type Sample, samplesOf, scalarOf, textOf, type Value, vector } from './value.ts';

interface Known {
  /** How many arguments it takes, at least and at most. */
  readonly takes: readonly [number, number];
  evaluate(args: readonly Value[], name: string): Value;
}

const known = (least: number, most: number, evaluate: Known['evaluate']): Known => ({ takes: [least, most], evaluate });
const simple = (change: (value: number) => number): Known =>
  known(1, 1, ([of], name) => each(of, name, (value) => change(value)));
const overRange = (of: (perSecond: number, seconds: number) => number): Known =>
  known(1, 1, ([range], name) => vector(nameless(paced(matrixOf(range, name), of), name)));

/** The moment at which the lab asks: no query can tell it from another, but by what is told of it elsewhere. */
const now = 1_800_000_000;

/** The functions of PromQL that the lab models. @see https://prometheus.io/docs/prometheus/latest/querying/functions/ */
const functions: Readonly<Record<string, Known>> = {
  rate: overRange((perSecond) => perSecond),
  irate: overRange((perSecond) => perSecond),
  increase: overRange((perSecond, seconds) => perSecond * seconds),
  delta: overRange((perSecond, seconds) => perSecond * seconds),
  idelta: overRange((perSecond) => perSecond * scrapeInterval),
  deriv: overRange((perSecond) => perSecond),
  ...Object.fromEntries(
    Object.entries(overTime).map(([own, reduce]) => [
      own,
      known(1, 1, ([range], name) => vector(nameless(readings(matrixOf(range, name), reduce), name))),
    ]),
  ),
  // The only ones that leave a metric its name.
  last_over_time: known(1, 1, ([range], name) => vector(readings(matrixOf(range, name), (values) => values[0] ?? 0))),
  quantile_over_time: known(2, 2, ([share, range], name) => {
    const part = scalarOf(share, name);
    const reduced = readings(matrixOf(range, name), (values) => quantile(part, values));
    return vector(nameless(reduced, name));
  }),
  histogram_quantile: known(2, 2, ([quantile, buckets], name) =>
    vector(nameless(histogramQuantile(scalarOf(quantile, name), samplesOf(buckets, name)), name)),
  ),
  time: known(0, 0, () => ({ kind: 'scalar', value: now })),
  predict_linear: known(2, 2, ([range, seconds], name) => {
    const ahead = scalarOf(seconds, name);
    const matrix = matrixOf(range, name);
    return vector(nameless(predicted(matrix, ahead), name));
  }),
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
  log2: simple(log2),
  log10: simple((value) => Math.log(value) * Math.LOG10E),
  round: known(1, 2, ([of, to], name) => {
    const unit = to === undefined ? 1 : scalarOf(to, name);
    const inverse = 1 / unit;
    return each(of, name, (value) => Math.floor(value * inverse + 0.5) / inverse);
  }),
  clamp: known(3, 3, ([of, least, most], name) => {
    const [lower, upper] = [scalarOf(least, name), scalarOf(most, name)];
    // Nothing is left whose names could clash.
    const clamped = lower > upper ? vector(samplesOf(of, name).slice(0, 0)) : of;
    return each(clamped, name, (value) => greater(lower, lesser(upper, value)));
  }),
  clamp_min: known(2, 2, ([of, least], name) => each(of, name, (value) => greater(value, scalarOf(least, name)))),
  clamp_max: known(2, 2, ([of, most], name) => each(of, name, (value) => lesser(value, scalarOf(most, name)))),
  sort: known(1, 1, ([of], name) => vector([...samplesOf(of, name)].sort((a, b) => order(a.value, b.value, -1)))),
  sort_desc: known(1, 1, ([of], name) => vector([...samplesOf(of, name)].sort((a, b) => order(a.value, b.value, 1)))),
  label_replace: known(5, 5, ([of, target, ...texts], name) =>
    vector(replaced(samplesOf(of, name), [labelOf(target, name), ...texts.map((text) => textOf(text, name))])),
  ),
  label_join: known(3, Number.POSITIVE_INFINITY, ([of, target, separator, ...sources], name) => {
    const names = sources.map((source) => labelOf(source, name));
    return vector(joined(samplesOf(of, name), [labelOf(target, name), textOf(separator, name), ...names]));
  }),
};

export function call(name: string, args: readonly Value[]): Value {
  const called = own(functions, name);
  if (!called) throw unmodelled(`${name}()`);
  const [least, most] = called.takes;
  if (args.length < least || args.length > most) throw refused('arguments', name);
  return called.evaluate(args, name);
}

/** An infinity decides even against NaN. */
const lesser = (a: number, b: number): number => (a === -Infinity || b === -Infinity ? -Infinity : Math.min(a, b));
const greater = (a: number, b: number): number => -lesser(-a, -b);

function each(value: Value | undefined, name: string, change: (value: number) => number): Value {
  const changed = samplesOf(value, name).map((one): Sample => ({ labels: one.labels, value: change(one.value) }));
  return vector(nameless(changed, name));
}
