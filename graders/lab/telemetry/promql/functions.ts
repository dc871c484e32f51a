import { order } from './aggregate.ts';
import { QueryRefused, type TypeReason } from './expression.ts';
import { histogramQuantile } from './histogram.ts';
import { type Sample, unnamed, type Value, vector } from './value.ts';

type Known = (args: readonly Value[], name: string) => Value;

/** The functions of PromQL that the lab models. @see https://prometheus.io/docs/prometheus/latest/querying/functions/ */
const functions: Readonly<Record<string, Known>> = {
  rate: (args, name) => overRange(args, name, (perSecond) => perSecond),
  irate: (args, name) => overRange(args, name, (perSecond) => perSecond),
  increase: (args, name) => overRange(args, name, (perSecond, seconds) => perSecond * seconds),
  histogram_quantile: ([quantile, buckets], name) =>
    vector(histogramQuantile(scalarOf(quantile, name), samplesOf(buckets, name))),
  scalar: ([of], name) => {
    const samples = samplesOf(of, name);
    return { kind: 'scalar', value: samples.length === 1 ? (samples[0]?.value ?? Number.NaN) : Number.NaN };
  },
  vector: ([of], name) => vector([{ labels: {}, value: scalarOf(of, name) }]),
  abs: ([of], name) => each(of, name, Math.abs),
  ceil: ([of], name) => each(of, name, Math.ceil),
  floor: ([of], name) => each(of, name, Math.floor),
  round: ([of, to], name) => {
    const unit = to === undefined ? 1 : scalarOf(to, name);
    return each(of, name, (value) => Math.floor(value / unit + 0.5) * unit);
  },
  clamp_min: ([of, least], name) => each(of, name, (value) => Math.max(value, scalarOf(least, name))),
  clamp_max: ([of, most], name) => each(of, name, (value) => Math.min(value, scalarOf(most, name))),
  sort: ([of], name) => vector([...samplesOf(of, name)].sort((a, b) => order(a.value, b.value, -1))),
  sort_desc: ([of], name) => vector([...samplesOf(of, name)].sort((a, b) => order(a.value, b.value, 1))),
};

const optionalArgument: readonly string[] = ['round'];
const twoArguments: readonly string[] = ['histogram_quantile', 'clamp_min', 'clamp_max'];

export function call(name: string, args: readonly Value[]): Value {
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!known) throw new QueryRefused({ kind: 'unmodelled', what: `${name}()`, from: 0, to: 0 });
  const wanted = twoArguments.includes(name) ? 2 : 1;
  if (args.length !== wanted && !(optionalArgument.includes(name) && args.length === 2))
    throw refused('arguments', name);
  return known(args, name);
}

/** A counter of this lab grows evenly, so every window of two samples or more sees the same pace. */
function overRange([range]: readonly Value[], name: string, of: (perSecond: number, seconds: number) => number): Value {
  if (range?.kind !== 'matrix') throw refused('range-needed', name);
  return vector(
    range.series.map(({ labels, perSecond }) => ({ labels: unnamed(labels), value: of(perSecond, range.seconds) })),
  );
}

function each(value: Value | undefined, name: string, change: (value: number) => number): Value {
  return vector(samplesOf(value, name).map((one) => ({ labels: unnamed(one.labels), value: change(one.value) })));
}

function samplesOf(value: Value | undefined, what: string): readonly Sample[] {
  if (value?.kind !== 'vector') throw refused('instant-needed', what);
  return value.samples;
}

function scalarOf(value: Value | undefined, what: string): number {
  if (value?.kind !== 'scalar') throw refused('scalar-needed', what);
  return value.value;
}

const refused = (reason: TypeReason, what: string): QueryRefused => new QueryRefused({ kind: 'type', reason, what });
