import { type Series, scrapeInterval, valueNow } from '../series/series.ts';
import { aggregate, aggregations, counted, extremes, groupLabels, quantile } from './aggregate.ts';
import { type Expression, type Matcher, QueryRefused, type Selector, type TypeReason } from './expression.ts';
import { call } from './functions.ts';
import { combine } from './operators.ts';
import { wholePattern } from './relabel.ts';
import { type Labels, nameless, samplesOf, scalarOf, textOf, type Value, vector } from './value.ts';

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
      return vector(selected(expression, series).map((one) => ({ labels: one.labels, value: valueNow(one) })));
    case 'range':
      return { kind: 'matrix', series: windowed(expression, series), seconds: expression.seconds };
    case 'negative':
      return negative(evaluate(expression.of, series));
    case 'call':
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
  return series.filter(({ labels }) => tests.every(({ matcher, holds }) => holds(labels[matcher.label] ?? '')));
}

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

/** A window needs two samples of a series to say anything about it. */
function windowed({ selector, seconds }: Extract<Expression, { kind: 'range' }>, series: readonly Series[]) {
  return seconds < 2 * scrapeInterval ? [] : selected(selector, series);
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
  if (op === 'topk' || op === 'bottomk')
    return vector(extremes(samples, scalarOf(values[0], op), op === 'topk' ? 1 : -1, keep));
  if (op === 'quantile') {
    const share = scalarOf(values[0], op);
    return vector(aggregate(samples, (group) => quantile(share, group), keep));
  }
  if (op === 'count_values') return vector(counted(samples, textOf(values[0], op), keep));
  const reduce = Object.hasOwn(aggregations, op) ? aggregations[op] : undefined;
  if (!reduce) throw new QueryRefused({ kind: 'unmodelled', what: op, from: 0, to: 0 });
  return vector(aggregate(samples, reduce, keep));
}

const withParameter: readonly string[] = ['topk', 'bottomk', 'quantile', 'count_values', 'limitk', 'limit_ratio'];

const refused = (reason: TypeReason, what: string): QueryRefused => new QueryRefused({ kind: 'type', reason, what });
