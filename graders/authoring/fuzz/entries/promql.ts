import { ask } from '../../../lab/telemetry/index.ts';
import { wrongValues } from '../../damage.ts';
import { entry } from '../entry.ts';
import { texts } from '../samples.ts';

const series = ['a', 'b', 'constructor'].map((app) => ({
  labels: { __name__: 'istio_requests_total', app, response_code: '200', le: '+Inf' },
  base: 0,
  perSecond: 2,
}));

/** Queries as `--query` takes them. */
export default entry({
  texts: () => [
    ...texts(/\.promql$/),
    ...texts(/solutions\/[^/]+\/.*\.(?:ts|yaml)$/).flatMap((text) =>
      [...text.matchAll(/['"`]((?:sum|rate|histogram_quantile|avg|topk|label_replace)[^'`\n]{5,})['"`]/g)].map(
        ([, query = '']) => query,
      ),
    ),
    'sum by (app) (rate(istio_requests_total{app=~"a|b", response_code!="500"}[5m])) / ignoring(le) group_left sum(rate(istio_requests_total[5m]))',
    'histogram_quantile(0.95, sum by (le) (rate(istio_requests_total[1m] offset 5m))) > bool 0.5 or vector(1)',
    'label_replace(topk(2, istio_requests_total), "x", "$1", "app", "(.*)") unless on(app) absent(b)',
  ],
  pieces: [
    ...[
      'sum',
      'by',
      'without',
      '(',
      ')',
      '{',
      '}',
      '[',
      ']',
      '5m',
      '1h30m',
      '"',
      "'",
      '`',
      '\\x',
      '\\u',
      ',',
      '=~',
      '!~',
      '!=',
    ],
    ...[
      '==',
      'bool',
      'on',
      'ignoring',
      'group_left',
      'group_right',
      'offset',
      '@',
      '-',
      '+',
      '^',
      '%',
      'inf',
      'nan',
      '1e999',
    ],
    ...[
      '0x',
      'and',
      'or',
      'unless',
      '#',
      '\n',
      ':',
      '.*',
      '(a+)+',
      'topk',
      'quantile',
      'rate',
      'irate',
      'time()',
      ...wrongValues,
    ],
  ],
  run(text) {
    JSON.stringify(ask(text, series));
  },
});
