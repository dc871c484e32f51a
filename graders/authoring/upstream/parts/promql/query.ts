import type { Random } from '../../random.ts';

const names = ['requests_total', 'errors_total', 'up'];
const labels = ['job', 'code', 'pod', 'none'];
const windows = ['30s', '1m', '5m', '15m', '1h', '90s', '300s'];
const aggregations = ['sum', 'avg', 'min', 'max', 'count', 'group', 'stddev', 'stdvar'];
const overWindow = ['rate', 'increase', 'irate', 'delta', 'idelta', 'deriv', 'changes', 'resets'];
const overTime = ['avg', 'min', 'max', 'sum', 'count', 'last', 'present', 'stddev', 'stdvar'];
const ofValue = ['abs', 'ceil', 'floor', 'round', 'sgn', 'sqrt', 'exp', 'ln', 'log2', 'log10'];
const arithmetic = ['+', '-', '*', '/', '%', '^'];
const comparisons = ['==', '!=', '>', '<', '>=', '<='];
const sets = ['and', 'or', 'unless'];

/** An instant vector, or a number where `depth` is used up. */
export function query(random: Random, depth: number): string {
  const inner = () => query(random, depth - 1);
  if (depth <= 0) return random.chance(0.85) ? selector(random, inner) : number(random);
  return random.pick([selector, overSamples, aggregation, call, binary, binary, relabelled, quantile])(random, inner);
}

type Maker = (random: Random, inner: () => string) => string;

const number = (random: Random): string =>
  random.pick(['0', '1', '2', '0.5', '100', '1e3', '-1', 'Inf', 'NaN', '0x10', '5m']);

const list = (random: Random): string => `(${random.some(labels, 0.4).join(', ')})`;

function matchers(random: Random): string {
  const one = () => {
    const label = random.pick(labels);
    const value = random.pick(['api', 'web', '200', '5..', 'a|b', '.*', '.+', '', '(a']);
    return `${label}${random.pick(['=', '!=', '=~', '!~'])}"${value}"`;
  };
  return random.chance(0.5) ? `{${random.list(2, one).join(', ')}}` : '';
}

const offset = (random: Random): string => (random.chance(0.1) ? ` offset ${random.pick(['1m', '5m', '30s'])}` : '');

const selector: Maker = (random) =>
  random.chance(0.05) ? `{${random.pick(labels)}="api"}` : `${random.pick(names)}${matchers(random)}${offset(random)}`;

const range = (random: Random): string =>
  `${random.pick(names)}${matchers(random)}[${random.pick(windows)}]${offset(random)}`;

const overSamples: Maker = (random) => {
  const which = random.next();
  if (which < 0.55) return `${random.pick(overWindow)}(${range(random)})`;
  if (which < 0.85) return `${random.pick(overTime)}_over_time(${range(random)})`;
  if (which < 0.9) return `quantile_over_time(${random.pick(['0', '0.5', '0.9', '1', '2', '-1'])}, ${range(random)})`;
  if (which < 0.95) return `predict_linear(${range(random)}, ${random.pick(['60', '3600', '-60'])})`;
  return `absent_over_time(${range(random)})`;
};

const aggregation: Maker = (random, inner) => {
  const modifier = random.chance(0.6) ? ` ${random.pick(['by', 'without'])} ${list(random)} ` : '';
  const which = random.next();
  if (which < 0.75) return `${random.pick(aggregations)}${modifier}(${inner()})`;
  if (which < 0.85) return `quantile${modifier}(${random.pick(['0', '0.5', '0.99', '1', '-1', '2'])}, ${inner()})`;
  if (which < 0.93) return `count_values${modifier}("value", ${inner()})`;
  return `count(${random.pick(['topk', 'bottomk'])}${modifier}(${random.pick(['0', '1', '2', '10'])}, ${inner()}))`;
};

const call: Maker = (random, inner) => {
  const which = random.next();
  if (which < 0.5) return `${random.pick(ofValue)}(${inner()})`;
  if (which < 0.52) return `round(${random.pick(overWindow)}(${range(random)}))`;
  if (which < 0.6) return `round(${inner()}, ${random.pick(['0.1', '0.5', '10', '100', '0.3'])})`;
  if (which < 0.7) return `clamp(${inner()}, ${random.pick(['0', '10'])}, ${random.pick(['1', '100', '1e9'])})`;
  if (which < 0.78) return `${random.pick(['clamp_min', 'clamp_max'])}(${inner()}, ${number(random)})`;
  if (which < 0.84) return `absent(${inner()})`;
  if (which < 0.9) return `vector(scalar(${inner()}))`;
  if (which < 0.93) return `vector(time())`;
  if (which < 0.96) return `scalar(${inner()})`;
  return `-${inner()}`;
};

const binary: Maker = (random, inner) => {
  const which = random.next();
  const on = random.maybe(0.5, () => ` ${random.pick(['on', 'ignoring'])}${list(random)}`) ?? '';
  if (which < 0.15) return `(${inner()}) ${random.pick(sets)}${on} (${inner()})`;
  const operator = random.chance(0.6)
    ? random.pick(arithmetic)
    : `${random.pick(comparisons)}${random.chance(0.4) ? ' bool' : ''}`;
  const [left, right] = [inner(), random.chance(0.35) ? number(random) : inner()];
  const group = on && random.maybe(0.4, () => ` ${random.pick(['group_left', 'group_right'])}${list(random)}`);
  return `(${left}) ${operator}${on}${group ?? ''} ${right.startsWith('-') ? `(${right})` : right}`;
};

const relabelled: Maker = (random, inner) => {
  const target = random.pick(['new', 'job', 'code']);
  if (random.chance(0.4))
    return `label_join(${inner()}, "${target}", "-", ${
      random
        .some(labels, 0.6)
        .map((one) => `"${one}"`)
        .join(', ') || '"job"'
    })`;
  const replacement = random.pick(['$1', 'x', '', 'a-$1-b', '$2']);
  const pattern = random.pick(['(.*)', '(a)(.*)', '(.).*', 'nothing', '(\\\\d+)', '']);
  return `label_replace(${inner()}, "${target}", "${replacement}", "${random.pick(labels)}", "${pattern}")`;
};

const quantile: Maker = (random) => {
  const share = random.pick(['0', '0.5', '0.9', '0.99', '1', '-1', '2', 'NaN']);
  const buckets = random.pick([
    'seconds_bucket',
    'rate(seconds_bucket[5m])',
    'sum by (le) (rate(seconds_bucket[5m]))',
    'sum by (le, job) (increase(seconds_bucket[1m]))',
    '{__name__=~"seconds_bucket|other_bucket"}',
  ]);
  return `histogram_quantile(${share}, ${buckets})`;
};
