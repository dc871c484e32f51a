import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../core/span.ts';
import type { Exercise } from '../../exercise.ts';
import { grade } from '../../grade.ts';
import { sayFinding } from '../../render/words.ts';
import type { ExerciseSpec } from '../kinds.ts';

const text = { es: 'x', en: 'x' };
const given = `{apiVersion: v1, kind: Namespace, metadata: {name: s, labels: {istio-injection: enabled}}}
---
{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: s, labels: {app: a}}, spec: {containers: [{name: c, image: "x.example/y:1"}]}}
---
{apiVersion: v1, kind: Pod, metadata: {name: b, namespace: s, labels: {app: b}}, spec: {containers: [{name: c, image: "x.example/y:1"}]}}
---
{apiVersion: v1, kind: Service, metadata: {name: b, namespace: s}, spec: {selector: {app: b}, ports: [{name: http, port: 80}]}}
`;
const check = {
  id: 'q',
  kind: 'promql',
  points: 2,
  files: ['given/w.yaml'],
  worlds: [3, 5].map((perSecond) => ({ traffic: [{ from: 's/a', to: 'http://b/', perSecond }] })),
  queries: ['uno', 'dos'].map((id) => ({
    id,
    question: text,
    reference: 'sum(rate(istio_requests_total{reporter="source"}[5m]))',
    explanation: text,
  })),
};
const right = 'sum(rate(istio_requests_total{reporter="source"}[1m]))';

/** Grades two queries, and tells the findings as `id/message` at the text they underline. */
function asked(one: string, two = right) {
  const spec = {
    ...{ id: 'x', number: 99, title: text, lesson: 'x', concepts: [], hints: [text] },
    answers: [{ file: 'respuesta.ts', format: 'literal' }],
    checks: [check],
  } as unknown as ExerciseSpec;
  const exercise: Exercise = { spec, folder: 'x', starter: [], given: [{ path: 'given/w.yaml', text: given }] };
  const source = {
    path: 'respuesta.ts',
    text: `export default {\n  consultas: {\n    uno: ${JSON.stringify(one)},\n    dos: ${JSON.stringify(two)},\n  },\n};\n`,
  };
  const { status, points, checks } = grade(exercise, [source]);
  const findings = checks[0]?.findings ?? [];
  for (const found of findings)
    for (const lang of ['es', 'en'] as const) expect(sayFinding(found, lang)).not.toMatch(/\{[a-z]+\}/);
  return { status, points, findings, source };
}

describe('a section of queries', () => {
  it.each<[string, string, string, number]>([
    [right, 'pass', '', 2],
    [
      'count(istio_requests_total{reporter="source"}) * 0 + scalar(sum(irate(istio_requests_total{reporter="destination"}[5m])))',
      'pass',
      '',
      2,
    ],
    ['3', 'fail', 'promql/value/differs', 1],
    ['sum(rate(istio_requests_total[5m]))', 'fail', 'promql/value/reporters', 1],
    ['sum(rate(istio_request_total[5m]))', 'fail', 'promql/value/empty', 1],
    ['rate(istio_request_bytes_bucket{reporter="source"}[5m])', 'fail', 'promql/value/series', 1],
    ['sum by (pod) (rate(istio_requests_total[5m]))', 'fail', 'promql/value/reporters', 1],
    ['100 * sum(rate(istio_requests_total{reporter="source"}[5m]))', 'fail', 'promql/value/percent', 1],
    ['sum(istio_requests_total{reporter="source"})', 'fail', 'promql/value/counter', 1],
    ['sum(rate(istio_requests_total{reporter="source"}[15s]))', 'fail', 'promql/value/window', 1],
    ['sum(rate(istio_requests_total{reporter="source"}[5m])) / 0', 'fail', 'promql/value/differs', 1],
    ['sum(rate(istio_requests_total{app="b"}[5m]))', 'pass', '', 2],
    ['sum(increase(istio_requests_total{reporter="source"}[$__range])) / $__range_s', 'pass', '', 2],
    ['sum(increase(istio_requests_total{reporter="source"}[[[__range_s]]s])) * 1000 / $__range_ms', 'pass', '', 2],
    ['rate(sum(istio_requests_total{reporter="source"})[5m])', 'fail', 'promql/type/selector-needed', 1],
    ['sum(rate(istio_requests_total{reporter=~"s\\w+"}[5m]))', 'fail', 'promql/syntax/escape', 1],
    ['rate(istio_requests_total)', 'fail', 'promql/type/range-needed', 1],
    ['sum(rate(istio_requests_total[5m])', 'fail', 'promql/syntax/end', 1],
    ['', 'fail', 'theory/unanswered/item', 1],
    ['no-se', 'fail', 'theory/unanswered/item', 1],
    [3 as unknown as string, 'fail', 'theory/section/shape', 1],
  ])('%s: %s', (query, status, finding, min) => {
    const graded = asked(query);
    expect([
      graded.status,
      graded.points.min,
      graded.findings.map(({ id, message }) => `${id}/${message}`).join(),
    ]).toEqual([status, min, finding]);
  });

  it('abstains where the lab cannot evaluate, unless another query is wrong', () => {
    const unsure = 'sum(rate(istio_requests_total{reporter="source"}[5m] @ end()))';
    expect(asked(unsure)).toMatchObject({ status: 'review', points: { min: 1, max: 2 } });
    expect(asked(unsure, '1')).toMatchObject({ status: 'fail', points: { min: 0, max: 1 } });
  });

  it('points at the piece that Prometheus does not understand', () => {
    const { findings, source } = asked('sum by job (up)');
    const { at } = findings[0] ?? { at: { path: '', from: 0, to: 0 } };
    expect(rangeOf(source.text, at).start).toEqual({ line: 3, column: 18 });
  });
});
