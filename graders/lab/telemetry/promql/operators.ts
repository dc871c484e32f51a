import { has, own } from '../../../core/own.ts';
import { type Binary, type Matching, refused, unmodelled } from './expression.ts';
import {
  distinct,
  groups,
  type Labels,
  nameless,
  only,
  type Sample,
  signature,
  unnamed,
  type Value,
  vector,
  without,
} from './value.ts';

const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  // One to any power is one, and so is minus one to an infinite one.
  '^': (a, b) => (a === 1 || (a === -1 && Math.abs(b) === Number.POSITIVE_INFINITY) ? 1 : a ** b),
  atan2: (a, b) => Math.atan2(a, b),
};

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
};

const sets: readonly string[] = ['and', 'or', 'unless'];

/**
 * Two values under an operator.
 * @see https://prometheus.io/docs/prometheus/latest/querying/operators/
 */
export function combine(binary: Binary, left: Value, right: Value): Value {
  const { op } = binary;
  if (!has(arithmetic, op) && !has(comparisons, op) && !sets.includes(op)) throw unmodelled(op);
  if (binary.bool && !has(comparisons, op)) throw refused('no-bool', op);
  if (binary.matching.many && sets.includes(op)) throw refused('no-grouping', op);
  if (left.kind === 'vector' && right.kind === 'vector') {
    return vector(
      sets.includes(op) ? setOf(binary, left.samples, right.samples) : paired(binary, left.samples, right.samples),
    );
  }
  if (sets.includes(op) || binary.matching.labels.length > 0) throw refused('instant-needed', op);
  if (left.kind === 'scalar' && right.kind === 'scalar') return scalars(binary, left.value, right.value);
  if (left.kind === 'vector' && right.kind === 'scalar')
    return vector(applied(binary, left.samples, (value) => [value, right.value]));
  if (left.kind === 'scalar' && right.kind === 'vector')
    return vector(applied(binary, right.samples, (value) => [left.value, value]));
  throw refused('instant-needed', op);
}

function scalars({ op, bool }: Binary, a: number, b: number): Value {
  const compute = own(arithmetic, op);
  if (compute) return { kind: 'scalar', value: compute(a, b) };
  if (!bool) throw refused('bool-needed', op);
  return { kind: 'scalar', value: Number(own(comparisons, op)?.(a, b) ?? false) };
}

/** The samples with the operator applied; a comparison keeps them as they are or leaves them out. */
function applied(
  { op, bool }: Binary,
  samples: readonly Sample[],
  sides: (value: number) => readonly [number, number],
): readonly Sample[] {
  const [compute, compare] = [own(arithmetic, op), own(comparisons, op)];
  if (compute)
    return nameless(
      samples.map((one) => ({ ...one, value: compute(...sides(one.value)) })),
      op,
    );
  const holds = ({ value }: Sample): boolean => compare?.(...sides(value)) ?? false;
  if (!bool) return samples.filter(holds);
  return nameless(
    samples.map((one) => ({ ...one, value: Number(holds(one)) })),
    op,
  );
}

function keyFor({ on, labels }: Matching): (sample: Sample) => string {
  return (sample) => signature(on ? only(sample.labels, labels) : without(sample.labels, ['__name__', ...labels]));
}

function setOf({ op, matching }: Binary, left: readonly Sample[], right: readonly Sample[]): readonly Sample[] {
  const key = keyFor(matching);
  const [lefts, rights] = [new Set(left.map(key)), new Set(right.map(key))];
  if (op === 'and') return left.filter((one) => rights.has(key(one)));
  if (op === 'unless') return left.filter((one) => !rights.has(key(one)));
  return [...left, ...right.filter((one) => !lefts.has(key(one)))];
}

function paired(binary: Binary, left: readonly Sample[], right: readonly Sample[]): readonly Sample[] {
  const { matching, op } = binary;
  const key = keyFor(matching);
  if (left.length === 0 || right.length === 0) return [];
  const [lefts, rights] = [groups(left, key), groups(right, key)];
  // The side that has one of each must have no more, whether or not the other side has any.
  const one = matching.many === 'right' ? lefts : rights;
  if ([...one.values()].some((same) => same.length > 1)) throw refused('many-to-many', op);
  const results = [...lefts].flatMap(([pair, ones]) => {
    const others = rights.get(pair) ?? [];
    if (others.length === 0) return [];
    if (!matching.many && ones.length > 1) throw refused('many-to-many', op);
    const pairs = ones.flatMap((a) => others.map((b) => pairOf(binary, a, b)));
    // What a comparison leaves out counts here: the labels have to tell the pairs apart whatever their values are.
    if (matching.many) distinct(pairs, op);
    return pairs.filter(({ kept }) => kept).map(({ labels, value }) => ({ labels, value }));
  });
  return distinct(results, op);
}

interface Pair extends Sample {
  readonly kept: boolean;
}

function pairOf(binary: Binary, a: Sample, b: Sample): Pair {
  const { matching, op, bool } = binary;
  const [many, one] = matching.many === 'right' ? [b, a] : [a, b];
  const keepsName = has(comparisons, op) && !bool;
  const manyLabels: Labels = keepsName ? many.labels : unnamed(many.labels);
  const labels = matching.many
    ? { ...without(manyLabels, matching.include), ...only(one.labels, matching.include) }
    : matching.on
      ? only(manyLabels, matching.labels)
      : without(manyLabels, matching.labels);
  const compute = own(arithmetic, op);
  if (compute) return { labels, value: compute(a.value, b.value), kept: true };
  const holds = own(comparisons, op)?.(a.value, b.value) ?? false;
  return bool ? { labels, value: Number(holds), kept: true } : { labels, value: a.value, kept: holds };
}
