import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Series } from '../series/series.ts';
import { ask } from './query.ts';
import { sameAnswer } from './same.ts';

const counter = (name: string, labels: Record<string, string>, perSecond: number, base = 1000): Series => ({
  labels: { __name__: name, ...labels },
  base,
  perSecond,
});

// The names are those of the examples in the documentation of Prometheus.
const series: readonly Series[] = [
  counter('http_requests_total', { job: 'api', instance: '0', code: '200' }, 10),
  counter('http_requests_total', { job: 'api', instance: '0', code: '500' }, 1),
  counter('http_requests_total', { job: 'api', instance: '1', code: '200' }, 5),
  counter('http_requests_total', { job: 'web', instance: '2', code: '200' }, 4),
  counter('errors_total', { job: 'api', instance: '0' }, 2),
  counter('errors_total', { job: 'api', instance: '1' }, 1),
  counter('up', { job: 'api' }, 0, 1),
  ...[
    ['0.1', 5],
    ['0.2', 9],
    ['0.5', 10],
    ['+Inf', 10],
  ].map(([le, perSecond]) => counter('duration_seconds_bucket', { le: String(le), job: 'api' }, Number(perSecond))),
];

/** Values by the labels, as `{job=api} 16`; or the kind of problem. */
function told(query: string): readonly string[] | string {
  const answer = ask(query, series);
  if ('problem' in answer) return answer.problem.kind === 'type' ? answer.problem.reason : answer.problem.kind;
  return answer.samples
    .map(({ labels, value }) => {
      const said = Object.entries(labels).map(([name, text]) => `${name}=${text}`);
      return `{${said.sort().join(',')}} ${Math.round(value * 1e6) / 1e6}`;
    })
    .sort();
}

describe('queries', () => {
  it.each<[string, readonly string[] | string]>([
    // https://prometheus.io/docs/prometheus/latest/querying/basics/
    ['up', ['{__name__=up,job=api} 1']],
    ['up{job="web"}', []],
    ['up{job!="web"}', ['{__name__=up,job=api} 1']],
    ['{__name__="up"}', ['{__name__=up,job=api} 1']],
    ['http_requests_total{code=~"5.."}', ['{__name__=http_requests_total,code=500,instance=0,job=api} 4600']],
    ['count(http_requests_total{code=~"5"})', []],
    ['count(http_requests_total{code!~"5.."})', ['{} 3']],
    ['count(http_requests_total{missing=""})', ['{} 4']],
    ['{job=""}', 'empty-selector'],
    ['1 + 2 * 3', ['{} 7']],
    ['2 ^ 3 ^ 2', ['{} 512']],
    ['-2 ^ 2', ['{} -4']],
    ['(1 + 2) * 3', ['{} 9']],
    ['10 % 4', ['{} 2']],
    ['1 > bool 2', ['{} 0']],
    ['1 > 2', 'bool-needed'],
    ['up + bool up', 'no-bool'],
    ['up and on (job) group_left up', 'no-grouping'],
    ['0x1F', ['{} 31']],
    ['0X_1F + 5. + 5.e2', ['{} 536']],
    ['count(up{job=~"5.|api"}) * 5.', ['{} 5']],
    ['010', ['{} 8']],
    ['+ Inf', ['{} Infinity']],
    ['08', ['{} 8']],
    ['1e309', 'syntax'],
    ['1 ^ NaN', ['{} 1']],
    ['(-1) ^ Inf', ['{} 1']],
    ['up{__name__="up"}', 'syntax'],
    ['{"up", __name__=~"u."}', ['{__name__=up,job=api} 1']],
    ['rate(up[0])', 'syntax'],
    ['1 + on (job) 2', 'instant-needed'],
    ['1 + on () 2', ['{} 3']],
    ['up + on (job) group_left (job) up', 'syntax'],
    ['up + ignoring (job) group_left (job) up', ['{job=api} 2']],
    // Labels have to tell the pairs apart, those too that the comparison leaves out.
    ['http_requests_total > ignoring (code, instance) group_left (instance, code) up', 'duplicates'],
    [
      'errors_total > ignoring (instance) group_left up',
      ['{__name__=errors_total,instance=0,job=api} 8200', '{__name__=errors_total,instance=1,job=api} 4600'],
    ],
    // https://prometheus.io/docs/prometheus/latest/querying/basics/#offset-modifier
    ['errors_total{instance="0"}', ['{__name__=errors_total,instance=0,job=api} 8200']],
    ['errors_total{instance="0"} offset 5m', ['{__name__=errors_total,instance=0,job=api} 7600']],
    ['sum(up * on (job) group_right errors_total{instance="0"} OFFSET 5m / 2)', ['{} 3800']],
    ['sum(-errors_total offset 5m)', ['{} -11900']],
    ['sum(rate(errors_total[5m] offset 10m))', ['{} 3']],
    ['up{job="offset 5m"}', []],
    ['sum(errors_total) offset 5m', 'syntax'],
    ['(up) offset 5m', 'syntax'],
    ['up offset 5mo', 'syntax'],
    ['# how many\nsum(errors_total # all\n  offset 5m # then\n) # "', ['{} 11900']],
    ['{job="#"}', []],
    ['label_replace(up, "x", "", "", +"a")', 'instant-needed'],
    ['up offset 5m offset 5m', 'syntax'],
    ['rate(up offset 5m [5m])', 'syntax'],
    // https://prometheus.io/docs/prometheus/latest/querying/functions/
    ['sum(rate(http_requests_total[5m]))', ['{} 20']],
    ['sum(rate(http_requests_total[1m])) / sum(rate(http_requests_total[1h]))', ['{} 1']],
    ['sum(rate(http_requests_total[10s]))', []],
    ['sum(increase(http_requests_total[1h]))', ['{} 72000']],
    ['sum(irate(http_requests_total[5m]))', ['{} 20']],
    ['rate(up)', 'range-needed'],
    ['delta(errors_total{instance="0"}[1m])', ['{instance=0,job=api} 120']],
    ['idelta(errors_total{instance="0"}[1m])', ['{instance=0,job=api} 30']],
    ['deriv(errors_total{instance="0"}[1m])', ['{instance=0,job=api} 2']],
    ['avg_over_time(errors_total{instance="0"}[1m])', ['{instance=0,job=api} 8155']],
    ['min_over_time(errors_total{instance="0"}[1m])', ['{instance=0,job=api} 8110']],
    ['max_over_time(errors_total{instance="0"}[1m] offset 1m)', ['{instance=0,job=api} 8080']],
    ['count_over_time(up[1m])', ['{job=api} 4']],
    ['last_over_time(up[15s])', ['{__name__=up,job=api} 1']],
    ['quantile_over_time(0.5, errors_total{instance="0"}[1m])', ['{instance=0,job=api} 8155']],
    ['changes(errors_total{instance="0"}[1m])', ['{instance=0,job=api} 3']],
    ['resets(errors_total{instance="0"}[1m])', ['{instance=0,job=api} 0']],
    ['avg_over_time(up)', 'range-needed'],
    ['absent(up)', []],
    ['absent(nope{job="a", x=~"b", y="1", y="2"})', ['{job=a} 1']],
    ['absent(sum(nope{job="a"}))', ['{} 1']],
    ['rate(sum(http_requests_total)[5m])', 'selector-needed'],
    ['rate((up)[5m])', 'selector-needed'],
    ['rate({__name__=~"errors_total|up", job="api", instance!="1"}[5m])', ['{instance=0,job=api} 2', '{job=api} 0']],
    [
      'rate({__name__=~"errors_total|http_requests_total", code!="500"}[5m]) ',
      [
        '{code=200,instance=0,job=api} 10',
        '{code=200,instance=1,job=api} 5',
        '{code=200,instance=2,job=web} 4',
        '{instance=0,job=api} 2',
        '{instance=1,job=api} 1',
      ],
    ],
    [
      'abs(label_replace({__name__=~"errors_total|http_requests_total", code!="500"}, "code", "", "", ""))',
      'duplicates',
    ],
    ['up[5m]', 'instant-needed'],
    ['sum(http_requests_total[5m])', 'instant-needed'],
    ['stddev(rate(http_requests_total[5m]))', ['{} 3.24037']],
    ['stdvar(rate(http_requests_total[5m]))', ['{} 10.5']],
    ['quantile(0.5, rate(http_requests_total[5m]))', ['{} 4.5']],
    ['quantile(2, up)', ['{} Infinity']],
    ['quantile(0.5, errors_total / 0)', ['{} Infinity']],
    ['absent(down{job!="web", job="api"})', ['{job=api} 1']],
    ['absent(down{job="api", job!="web"})', ['{} 1']],
    ['absent(down{job="api", job="web", code="200"})', ['{code=200} 1']],
    ['quantile(0.5, vector(1 / 0))', ['{} NaN']],
    ['quantile(0, vector(1) or (up * NaN))', ['{} NaN']],
    ['topk(NaN, up)', 'scalar-needed'],
    ['count_values("v", up * 1.5e21)', ['{v=1500000000000000000000} 1']],
    ['count_values("v", up / -4e7)', ['{v=-0.000000025} 1']],
    ['count_values("v", up / 0)', ['{v=+Inf} 1']],
    ['count_values("", up)', 'text-needed'],
    ['count_values("pace", rate(errors_total[5m]))', ['{pace=1} 1', '{pace=2} 1']],
    ['clamp(vector(7), 0, 5)', ['{} 5']],
    ['clamp(vector(7), 5, 0)', []],
    ['clamp(7, 5, 0)', 'instant-needed'],
    ['clamp_min(vector(NaN), Inf)', ['{} Infinity']],
    ['log10(vector(1000))', ['{} 3']],
    // To the last digit as Go has them: `count_values` makes labels of them.
    ['count_values("v", log10(vector(10003)))', ['{v=4.0001302688052265} 1']],
    ['count_values("v", log2(vector(3)))', ['{v=1.5849625007211563} 1']],
    ['log2(vector(0.25))', ['{} -2']],
    ['log2(vector(0))', ['{} -Infinity']],
    ['log2(vector(-1))', ['{} NaN']],
    ['sgn(vector(-3))', ['{} -1']],
    ['label_replace(up, "team", "$1-x", "job", "(.*)")', ['{__name__=up,job=api,team=api-x} 1']],
    ['label_replace(up, "team", "x", "job", "a")', ['{__name__=up,job=api} 1']],
    ['label_replace(up, "job", "", "job", ".*")', ['{__name__=up} 1']],
    ['label_replace(rate(errors_total[5m]), "instance", "all", "", "")', 'duplicates'],
    ['label_replace(up, "team", "$name", "job", "(.*)")', 'unmodelled'],
    ['label_join(up, "both", "-", "job", "job")', ['{__name__=up,both=api-api,job=api} 1']],
    ['label_replace(up, 1, "x", "job", "")', 'text-needed'],
    ['label_replace(up, "", "x", "job", "")', 'text-needed'],
    ['label_join(up, "x", "-", "")', 'text-needed'],
    ['scalar(up)', ['{} 1']],
    ['vector(1)', ['{} 1']],
    ['round(vector(2.5))', ['{} 3']],
    ['round(vector(12), 5)', ['{} 10']],
    ['histogram_quantile(0.5, rate(duration_seconds_bucket[5m]))', ['{job=api} 0.1']],
    ['histogram_quantile(0.9, sum by (le) (rate(duration_seconds_bucket[5m])))', ['{} 0.2']],
    ['histogram_quantile(0.95, sum by (le) (rate(duration_seconds_bucket[5m])))', ['{} 0.35']],
    ['histogram_quantile(0.95, sum(rate(duration_seconds_bucket[5m])))', []],
    ['histogram_quantile(2, sum by (le) (rate(duration_seconds_bucket[5m])))', ['{} Infinity']],
    // https://prometheus.io/docs/prometheus/latest/querying/operators/
    ['sum by (job) (rate(http_requests_total[5m]))', ['{job=api} 16', '{job=web} 4']],
    ['sum(rate(http_requests_total[5m])) by (job)', ['{job=api} 16', '{job=web} 4']],
    ['sum without (instance, code) (rate(http_requests_total[5m]))', ['{job=api} 16', '{job=web} 4']],
    ['avg(rate(http_requests_total[5m]))', ['{} 5']],
    ['max(rate(http_requests_total[5m]))', ['{} 10']],
    ['min(rate(http_requests_total[5m]))', ['{} 1']],
    ['topk(1, rate(http_requests_total[5m]))', ['{code=200,instance=0,job=api} 10']],
    ['bottomk(1, rate(http_requests_total[5m]))', ['{code=500,instance=0,job=api} 1']],
    [
      'topk by (job) (1, rate(http_requests_total[5m]))',
      ['{code=200,instance=0,job=api} 10', '{code=200,instance=2,job=web} 4'],
    ],
    ['rate(http_requests_total[5m]) > 4', ['{code=200,instance=0,job=api} 10', '{code=200,instance=1,job=api} 5']],
    ['count(rate(http_requests_total[5m]) > bool 4)', ['{} 4']],
    ['rate(errors_total[5m]) / rate(http_requests_total[5m])', []],
    [
      'rate(errors_total[5m]) / ignoring (code) rate(http_requests_total{code="200"}[5m])',
      ['{instance=0,job=api} 0.2', '{instance=1,job=api} 0.2'],
    ],
    [
      'rate(errors_total[5m]) / on (instance) rate(http_requests_total{code="200"}[5m])',
      ['{instance=0} 0.2', '{instance=1} 0.2'],
    ],
    ['rate(errors_total[5m]) / ignoring (code) rate(http_requests_total[5m])', 'many-to-many'],
    ['vector(1) / on (instance) rate(http_requests_total[5m])', 'many-to-many'],
    ['rate(errors_total{job="none"}[5m]) / ignoring (code) rate(http_requests_total[5m])', []],
    [
      'rate(http_requests_total{instance="0"}[5m]) / ignoring (code) group_left rate(errors_total[5m])',
      ['{code=200,instance=0,job=api} 5', '{code=500,instance=0,job=api} 0.5'],
    ],
    ['count(http_requests_total and on (instance) errors_total)', ['{} 3']],
    ['count(http_requests_total unless on (instance) errors_total)', ['{} 1']],
    ['count(up or errors_total)', ['{} 3']],
    // https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals
    ['count(http_requests_total{code=~"5\\\\d\\\\d"})', ['{} 1']],
    ['count(http_requests_total{code=~`5\\d\\d`})', ['{} 1']],
    ['count(http_requests_total{code="\\x35\\060\\u0030"})', ['{} 1']],
    ["count(up{job='a\\'i'}) or count(up{job='a\\x70i'})", ['{} 1']],
    ['count(http_requests_total{code=~"5\\d\\d"})', 'syntax'],
    ['up{job="a\\\'i"}', 'syntax'],
    // Refused, and not modelled.
    ['sum(rate(http_requests_total[5m])', 'syntax'],
    ['http requests', 'syntax'],
    ['up{job=~"("}', 'bad-regex'],
    ['rate()', 'arguments'],
    ['up @ end()', 'unmodelled'],
    ['up offset -5m', 'unmodelled'],
    ['up offset 2h', 'unmodelled'],
    ['avg_over_time(up[20s])', 'unmodelled'],
    ['double_exponential_smoothing(up[5m], 0.5, 0.5)', 'unmodelled'],
    ['predict_linear(up[5m], 60)', ['{job=api} 1']],
    ['predict_linear(errors_total{instance="1"}[5m], 3600)', ['{instance=1,job=api} 8200']],
    ['absent_over_time(up[5m])', []],
    ['absent_over_time(up{job="otra", x=~"y"}[5m])', ['{job=otra} 1']],
    ['absent_over_time(up)', 'range-needed'],
    ['time() - time()', ['{} 0']],
    ['count_values without (v) ("v", up)', 'unmodelled'],
    ['max_over_time(rate(up[5m])[1h:1m])', 'unmodelled'],
  ])('%s', (query, expected) => {
    expect(told(query)).toEqual(expected);
  });

  it('never throw, whatever is asked', () => {
    const word = fc.constantFrom(
      ...'sum rate up ( ) [5m] {job="api"} by without (le) + - / > bool on and "a" 1 , topk histogram_quantile 5m ! = ~ \' ` \\'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
        ),
        (query) => {
          ask(query, series);
        },
      ),
    );
  });
});

describe('a query that is too much', () => {
  it.each([
    ['parentheses', `${'('.repeat(990)}1${')'.repeat(990)}`, 'samples'],
    ['terms', `1${'+1'.repeat(990)}`, 'samples'],
    ['signs', `${'-'.repeat(1990)}1`, 'samples'],
    ['text', `1${'+1'.repeat(5000)}`, 'problem'],
    ['pattern', `up{job=~"${'(a|aa)*'.repeat(200)}"}`, 'problem'],
  ])('of %s is answered or refused', (_, query, outcome) => {
    expect(Object.keys(ask(query, series))).toEqual([outcome]);
  });
});

describe('two answers', () => {
  const sample = (labels: Record<string, string>, value: number) => ({ labels, value });

  it('are the same whatever else labels the samples, if they stay apart', () => {
    const wanted = [sample({ job: 'a' }, 1), sample({ job: 'b' }, 2)];
    expect(sameAnswer([sample({ job: 'b', x: '1' }, 2), sample({ job: 'a', x: '1' }, 1)], wanted)).toBe(true);
    expect(sameAnswer([sample({ x: 'a' }, 1), sample({ x: 'b' }, 2)], wanted)).toBe(false);
    expect(sameAnswer([sample({ job: 'a' }, 2), sample({ job: 'b' }, 1)], wanted)).toBe(false);
    expect(sameAnswer([sample({ job: 'a' }, 1)], wanted)).toBe(false);
  });

  it('with one sample need no labels', () => {
    expect(sameAnswer([sample({ job: 'a' }, 3)], [sample({}, 3.0000001)])).toBe(true);
    expect(sameAnswer([sample({}, 3.1)], [sample({}, 3)])).toBe(false);
    expect(sameAnswer([sample({}, Number.NaN)], [sample({}, Number.NaN)])).toBe(true);
    expect(sameAnswer([sample({}, Number.POSITIVE_INFINITY)], [sample({}, 3)])).toBe(false);
    expect(sameAnswer([sample({}, Number.POSITIVE_INFINITY)], [sample({}, Number.NEGATIVE_INFINITY)])).toBe(false);
  });
});

// https://github.com/prometheus/prometheus/blob/main/promql/functions.go
describe('arithmetic as Prometheus does it', () => {
  const gauges = (values: readonly number[]) =>
    values.map((base, index) => ({ labels: { __name__: 'g', i: String(index) }, base, perSecond: 0 }));
  const only = (query: string, values: readonly number[]) => {
    const answer = ask(query, gauges(values));
    return 'samples' in answer ? answer.samples[0]?.value : answer.problem.kind;
  };

  it.each<[string, readonly number[], number]>([
    ['sum(g)', Array.from({ length: 10 }, () => 0.1), 1],
    ['sum(g)', [1e16, 1, 1, 1, -1e16], 3],
    ['sum(g)', [Number.POSITIVE_INFINITY, 1], Number.POSITIVE_INFINITY],
    ['avg(g)', [1e16, 1, 1, 1, -1e16], 0.6],
    ['avg(g)', [1.7e308, 1.7e308], 1.7e308],
    ['stdvar(g)', [0.1, 0.1, 0.1], 0],
    ['stdvar(g)', [1, 3], 1],
    ['stdvar_over_time(g[5m])', [1.0000000000000002], 0],
    ['sum_over_time(g[150s])', [0.1], 1],
    ['round(vector(2.15), 0.1)', [], 2.2],
    ['round(vector(-2.5))', [], -2],
  ])('%s of %j', (query, values, expected) => expect(only(query, values)).toBe(expected));

  it('takes the buckets of two metrics for two histograms', () => {
    const bucket = (name: string, le: string, base: number) => ({ labels: { __name__: name, le }, base, perSecond: 0 });
    const of = (name: string) => [bucket(name, '1', 5), bucket(name, '+Inf', 10)];
    expect(ask('histogram_quantile(0.5, {le!=""})', of('a'))).toMatchObject({ samples: [{ labels: {}, value: 1 }] });
    expect(ask('histogram_quantile(0.5, {le!=""})', [...of('a'), ...of('b')])).toMatchObject({
      problem: { reason: 'duplicates' },
    });
  });

  it.each([
    [String.raw`{x="caf\xc3\xa9"}`, 'café'],
    [String.raw`{x="caf\303\251"}`, 'café'],
    [String.raw`{x="a\\x41"}`, String.raw`a\x41`],
    [String.raw`{x="\x41\u00e9"}`, 'Aé'],
  ])('reads %s as bytes', (query, x) => {
    expect(ask(query, [{ labels: { __name__: 'm', x }, base: 1, perSecond: 0 }])).toMatchObject({
      samples: [{ value: 1 }],
    });
  });
});
