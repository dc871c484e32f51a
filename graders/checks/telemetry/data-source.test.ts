import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../core/span.ts';
import type { Exercise } from '../../exercise.ts';
import { grade } from '../../grade.ts';
import { sayFinding } from '../../render/words.ts';
import type { ExerciseSpec } from '../kinds.ts';

const text = { es: 'x', en: 'x' };
const given = readFileSync('exercises/14-prometheus-y-grafana/given/tienda.yaml', 'utf8');

function judged(files: string, name = 'grafana-fuentes') {
  const spec = {
    ...{ id: 'x', number: 99, title: text, lesson: 'x', concepts: [], hints: [text], world: ['given/w.yaml'] },
    answers: [{ file: 'respuesta.yaml', format: 'manifests', kinds: ['ConfigMap'] }],
    checks: [
      {
        ...{ id: 'd', kind: 'telemetry', points: 1 },
        dataSource: { grafana: 'istio-system/grafana', prometheus: 'istio-system/prometheus' },
      },
    ],
  } as unknown as ExerciseSpec;
  const exercise: Exercise = { spec, folder: 'x', starter: [], given: [{ path: 'given/w.yaml', text: given }] };
  const source = {
    path: 'respuesta.yaml',
    text: `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: istio-system}\ndata:\n${files}\n`,
  };
  const { checks } = grade(exercise, [source]);
  const [found] = checks[0]?.findings ?? [];
  if (!found) return '';
  for (const lang of ['es', 'en'] as const) expect(sayFinding(found, lang)).not.toMatch(/\{[a-z]+\}/);
  return `${found.message} ${rangeOf(source.text, found.at).start.line}`;
}

const file = (sources: string, key = 'a.yaml') => `  ${key}: '{"apiVersion": 1, "datasources": ${sources}}'`;
const one = (fields: string) => file(`[{"name": "P", "type": "prometheus", ${fields}}]`);

// https://grafana.com/docs/grafana/latest/administration/provisioning/#data-sources
describe('the data source of Grafana', () => {
  it.each([
    ['http://prometheus:9090', ''],
    ['http://prometheus.istio-system.svc.cluster.local:9090/', ''],
    ['prometheus:9090', 'noScheme 5'],
    ['https://prometheus:9090', 'overTls 5'],
    ['http://prometheus:9090/graph', 'underPath 5'],
    ['http://localhost:9090', 'loopback 5'],
    ['http://[::1]:9090', 'loopback 5'],
    ['http://prometheus.tienda:9090', 'unanswered 5'],
    ['http://grafana:3000', 'otherServer 5'],
    ['', 'noUrl 5'],
  ])('at %s: %s', (url, expected) => {
    expect(judged(one(`"url": "${url}"`))).toBe(expected);
  });

  const url = '"url": "http://prometheus:9090"';
  it.each([
    ['asked by the browser', one(`${url}, "access": "direct"`), 'direct 5'],
    ['of another type', file(`[{"name": "P", "type": "Prometheus", ${url}}]`), 'none 5'],
    ['none', file('[]'), 'empty 5'],
    ['in a file that Grafana does not read', file(`[{"type": "prometheus", ${url}}]`, 'a.json'), 'empty 5'],
    ['in a broken file', '  a.yaml: "datasources: [{"', 'unreadable 5'],
    [
      'with two by default',
      file(`[{"name": "A", "type": "prometheus", "isDefault": true, ${url}}, {"name": "B", "isDefault": true}]`),
      'twoDefaults 5',
    ],
  ])('%s: %s', (_name, files, expected) => {
    expect(judged(files)).toBe(expected);
  });

  it('needs the ConfigMap that Grafana mounts', () => {
    expect(judged(one(url), 'fuentes')).toBe('noConfigMap 3');
  });
});
