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
---
{apiVersion: v1, kind: Namespace, metadata: {name: g}}
---
{apiVersion: v1, kind: Pod, metadata: {name: grafana, namespace: g}, spec: {containers: [{name: c, image: "x.example/y:1"}], volumes: [{name: p, configMap: {name: paneles}}]}}
`;
const total = 'sum(rate(istio_requests_total{reporter=\\"source\\"}[5m]))';
const slow =
  'sum(rate(istio_request_duration_milliseconds_sum{reporter=\\"source\\"}[5m])) / sum(rate(istio_request_duration_milliseconds_count{reporter=\\"source\\"}[5m]))';
const check = {
  ...{ id: 'q', kind: 'promql', panels: true, points: 2, files: ['given/w.yaml'] },
  worlds: [3, 5].map((perSecond) => ({
    traffic: [{ from: 's/a', to: 'http://b/', perSecond, durations: { [perSecond * 10]: 1 } }],
  })),
  queries: [total, slow].map((reference, index) => ({
    ...{ id: `q${index}`, question: text, explanation: text },
    reference: reference.replaceAll('\\', ''),
  })),
};

/** Findings as `message line:column`, with the status. */
function judged(dashboard: string, name = 'paneles') {
  const spec = {
    ...{ id: 'x', number: 99, title: text, lesson: 'x', concepts: [], hints: [text], world: ['given/w.yaml'] },
    answers: [{ file: 'respuesta.yaml', format: 'manifests', kinds: ['ConfigMap'] }],
    checks: [check],
  } as unknown as ExerciseSpec;
  const exercise: Exercise = { spec, folder: 'x', starter: [], given: [{ path: 'given/w.yaml', text: given }] };
  const block = dashboard.split('\n').map((line) => `    ${line}`);
  const source = {
    path: 'respuesta.yaml',
    text: `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: g}\ndata:\n  d.json: |\n${block.join('\n')}\n`,
  };
  const { status, checks } = grade(exercise, [source]);
  const said = (checks[0]?.findings ?? []).map((found) => {
    for (const lang of ['es', 'en'] as const) expect(sayFinding(found, lang)).not.toMatch(/\{[a-z]+\}/);
    const { line, column } = rangeOf(source.text, found.at).start;
    return `${found.message} ${line}:${column}`;
  });
  return [status, ...said];
}

const target = (expr: string, more = '') => `{"targets": [{"expr": "${expr}"${more}}]}`;
const panels = (...list: readonly string[]) => `{"panels": [\n${list.join(',\n')}\n]}`;

// https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/
describe('the panels of a dashboard', () => {
  it.each<[string, string, readonly string[]]>([
    ['in any order', panels(target(slow), target(total)), ['pass']],
    ['within a row', panels(`{"type": "row", "panels": [${target(slow)}, ${target(total)}]}`), ['pass']],
    ['of an old dashboard', `{"rows": [${panels(target(slow), target(total))}]}`, ['pass']],
    [
      'with a variable of their dashboard',
      `{"templating": {"list": [{"name": "side", "current": {"value": "source"}}]}, "panels": [${target(slow)}, ${target(total.replace('source', '$side'))}]}`,
      ['pass'],
    ],
    [
      'with a variable that only Grafana knows',
      `{"templating": {"list": [{"name": "side", "type": "query"}]}, "panels": [${target(slow)}, ${target(total.replace('source', '$side'))}]}`,
      ['review', 'part 6:285'],
    ],
    [
      'computed by Grafana',
      panels(
        target(slow),
        '{"targets": [{"expr": "1"}, {"datasource": {"type": "__expr__"}, "expression": "$A * 3"}]}',
      ),
      ['review', 'part 8:28'],
    ],
    ['wrong: the one that answers nothing is shown', panels(target(slow), target('1')), ['fail', 'differs 8:28']],
    [
      'both wrong, in the order of the questions',
      panels(target('1'), target('2')),
      ['fail', 'differs 7:28', 'differs 8:28'],
    ],
    [
      'wrong in one way that is known',
      panels(target('1'), target(`100 * ${total}`), target(slow)),
      ['fail', 'percent 8:28'],
    ],
    ['wrong, and several', panels(target('1'), target('2'), target(slow)), ['fail', 'panel 7:28']],
    ['a piece that is no PromQL', panels(target(slow), target('sum(up) by x')), ['fail', 'unexpected 8:39']],
    ['blank', panels(target(slow), target('')), ['fail', 'noPanel 5:11']],
    ['hidden', panels(target(slow, ', "hide": true'), target(total, ', "hide": true')), ['fail', 'noPanels 1:1']],
    ['none', panels(), ['fail', 'noPanels 1:1']],
    ['with a comma too much', panels(target(slow), '').replace('\n\n', '\n'), ['fail', 'json 8:5']],
    ['with a comma too few', panels(`${target(slow)}\n${target(total)}`), ['fail', 'json 8:5']],
    ['with quotes that are not escaped', panels(target(total.replaceAll('\\', ''))), ['fail', 'json 7:68']],
  ])('%s', (_name, dashboard, expected) => {
    expect(judged(dashboard)).toEqual(expected);
  });

  it('are not seen where nobody mounts their ConfigMap', () => {
    expect(judged(panels(target(slow), target(total)), 'otros')).toEqual(['fail', 'unmounted 1:1']);
  });
});
