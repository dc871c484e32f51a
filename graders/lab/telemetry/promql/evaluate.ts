import { memo } from '../../../core/memo.ts';
import { own } from '../../../core/own.ts';
import type { Series } from '../series/series.ts';
import { aggregate, aggregations, counted, extremes, groupLabels, quantile } from './aggregate.ts';
import { type Expression, type Matcher, refused, type Selector, unmodelled } from './expression.ts';
import { call } from './functions.ts';
import { combine } from './operators.ts';
import { valueAgo } from './past.ts';
import { wholePattern } from './relabel.ts';
import { groups, type Labels, labelOf, matrixOf, nameless, samplesOf, scalarOf, type Value, vector } from './value.ts';

/**
 * Evaluates an expression now, over series as Prometheus stores them.
 * @throws QueryRefused for what Prometheus refuses and for what the lab does not model
 */
export function evaluate(expression: Expression, series: readonly Series[]): Value {
  switch (expression.kind) {
    case 'number':
      return { kind: 'scalar', value: expression.value };
    case 'string':
      return { kind: 'text', value: expression.value };
    case 'selector':
      return vector(
        selected(expression, series).map((one) => ({ labels: one.labels, value: valueAgo(one, expression.offset) })),
      );
    case 'range':
      return {
        kind: 'matrix',
        series: selected(expression.selector, series),
        seconds: expression.seconds,
        offset: expression.selector.offset,
      };
    case 'negative':
      return negative(evaluate(expression.of, series));
    case 'call':
      if (expression.name === 'absent' || expression.name === 'absent_over_time')
        return absent(expression.name, expression.args, series);
      return call(
        expression.name,
        expression.args.map((arg) => evaluate(arg, series)),
      );
    case 'aggregate':
      return aggregated(expression, series);
    case 'binary':
      return combine(expression, evaluate(expression.left, series), evaluate(expression.right, series));
  }
}

/** The series a selector names. A label that a series has not is empty. */
export function selected({ matchers }: Selector, series: readonly Series[]): readonly Series[] {
  const tests = matchers.map((matcher) => ({ matcher, holds: testOf(matcher) }));
  if (!matchers.some((matcher) => !testOf(matcher)(''))) throw refused('empty-selector', '{}');
  const metric = matchers.find(({ label, op, value }) => label === '__name__' && op === '=' && value !== '')?.value;
  const among = metric === undefined ? series : (byMetric(series).get(metric) ?? []);
  return among.filter(({ labels }) => tests.every(({ matcher, holds }) => holds(own(labels, matcher.label) ?? '')));
}

/** Nearly every selector names its metric. */
const byMetric = memo((series: readonly Series[]) => groups(series, ({ labels }) => labels.__name__ ?? ''));

/** Regular expressions are anchored at both ends. */
function testOf({ op, value }: Matcher): (text: string) => boolean {
  if (op === '=') return (text) => text === value;
  if (op === '!=') return (text) => text !== value;
  const pattern = wholePattern(value);
  const known = new Map<string, boolean>();
  return (text) => {
    const matches = known.get(text) ?? pattern.matches(text);
    known.set(text, matches);
    return matches === (op === '=~');
  };
}

/**
 * One sample where there is no series, with the labels that the selector pins.
 * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#absent
 */
function absent(name: 'absent' | 'absent_over_time', args: readonly Expression[], series: readonly Series[]): Value {
  const [of] = args;
  if (!of || args.length > 1) throw refused('arguments', name);
  const value = evaluate(of, series);
  const found = name === 'absent' ? samplesOf(value, name) : matrixOf(value, name).series;
  if (found.length > 0) return vector([]);
  const selector = of.kind === 'range' ? of.selector : of;
  return vector([{ labels: selector.kind === 'selector' ? pinnedBy(selector.matchers) : {}, value: 1 }]);
}

/** Labels that the conditions pin, read in their order: the first `=` of a label sets it, and any other one after it unsets it. */
function pinnedBy(matchers: readonly Matcher[]): Labels {
  const pinned = new Map<string, string>();
  const seen = new Set<string>();
  for (const { label, op, value } of matchers) {
    if (label === '__name__') continue;
    if (op === '=' && !seen.has(label)) {
      seen.add(label);
      pinned.set(label, value);
    } else pinned.delete(label);
  }
  return Object.fromEntries([...pinned].filter(([, value]) => value !== ''));
}

function negative(value: Value): Value {
  if (value.kind === 'scalar') return { kind: 'scalar', value: -value.value };
  const samples = samplesOf(value, '-').map((one) => ({ ...one, value: -one.value }));
  return vector(nameless(samples, '-'));
}

function aggregated(
  { op, args, labels, without }: Extract<Expression, { kind: 'aggregate' }>,
  series: readonly Series[],
): Value {
  const keep = (own: Labels): Labels => groupLabels(own, labels, without);
  const values = args.map((arg) => evaluate(arg, series));
  const takes = withParameter.includes(op) ? 2 : 1;
  if (values.length !== takes) throw refused('arguments', op);
  const samples = samplesOf(values.at(-1), op);
  if (op === 'topk' || op === 'bottomk') {
    const count = scalarOf(values[0], op);
    if (!(Math.abs(count) < 2 ** 63)) throw refused('scalar-needed', op);
    return vector(extremes(samples, count, op === 'topk' ? 1 : -1, keep));
  }
  if (op === 'quantile') {
    const share = scalarOf(values[0], op);
    return vector(aggregate(samples, (group) => quantile(share, group), keep));
  }
  if (op === 'count_values') {
    const label = labelOf(values[0], op);
    // Prometheus loses the label again; its documentation does not say so.
    if (without && labels.includes(label)) throw unmodelled(`count_values without (${label})`);
    return vector(counted(samples, label, keep));
  }
  const reduce = own(aggregations, op);
  if (!reduce) throw unmodelled(op);
  return vector(aggregate(samples, reduce, keep));
}

const withParameter: readonly string[] = ['topk', 'bottomk', 'quantile', 'count_values', 'limitk', 'limit_ratio'];
