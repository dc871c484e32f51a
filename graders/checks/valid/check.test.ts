import { expect, it } from 'vitest';
import { grade } from '../../grade.ts';
import type { ExerciseSpec } from '../kinds.ts';

const text = { es: 'x', en: 'x' };
const spec: ExerciseSpec = {
  id: 'x',
  number: 99,
  title: text,
  lesson: 'x',
  concepts: [],
  answers: [
    { file: 'respuesta.yaml', format: 'manifests' },
    { file: 'respuesta.ts', format: 'literal' },
  ],
  checks: [
    { id: 'manifiestos', kind: 'valid', files: ['respuesta.yaml'] },
    { id: 'literal', kind: 'valid', files: ['respuesta.ts'] },
  ],
  hints: [text],
};

function statuses(yaml: string, literal: string, checks = spec.checks) {
  const answers = ['respuesta.yaml', 'respuesta.ts'].map((path, index) => ({
    path,
    text: [yaml, literal][index] ?? '',
  }));
  const report = grade({ spec: { ...spec, checks }, folder: '99-x', starter: [], given: [] }, answers);
  return report.checks.map(({ findings, status }) => [status, ...findings.map(({ id }) => id)].join(' '));
}

const right = '{apiVersion: v1, kind: Namespace, metadata: {name: a}}';
const pod =
  '{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {automountServiceAccountToken: false, securityContext: {runAsNonRoot: true, runAsUser: 1000}, containers: [{name: a, image: "a:1", livenessProbe: {tcpSocket: {port: 1}}, readinessProbe: {httpGet: {port: 1}}, resources: {requests: {cpu: 1m, memory: 1Mi}, limits: {memory: 1Mi}}}]}}';
const misspelt = '{apiVersion: v1, kind: Namespace, metadata: {name: a}, sepc: {}}';

it.each([
  ['both are right', right, 'export default {}', ['pass', 'pass']],
  ['the other file cannot be read', right, 'export default {', ['pass', 'fail literal/syntax']],
  [
    'a pragma silences no error',
    `# timonel ignore-file=schema/unknown-field\n${misspelt}`,
    'export default {}',
    ['fail schema/unknown-field', 'pass'],
  ],
  [
    'a pragma silences advice',
    `# timonel ignore-file=kubernetes/bare-pod\n${pod}`,
    'export default {}',
    ['pass', 'pass'],
  ],
  ['each file has its own mistake', misspelt, 'export default {', ['fail schema/unknown-field', 'fail literal/syntax']],
])('looks at each file by itself: %s', (_name, yaml, literal, expected) => {
  expect(statuses(yaml, literal)).toEqual(expected);
});

it('gives no advice that the exercise asks not to follow, and hides no error', () => {
  const checked = (yaml: string, without: readonly [string, ...string[]]) =>
    statuses(yaml, '', [{ id: 'manifiestos', kind: 'valid', files: ['respuesta.yaml'], without }]);
  expect(checked(pod, ['kubernetes/bare-pod'])).toEqual(['pass']);
  expect(checked(misspelt, ['schema/unknown-field'])).toEqual(['fail schema/unknown-field']);
});

it('tells what is for production where the exercise is about it, and nowhere else', () => {
  const about = (production: readonly [string, ...string[]]) =>
    statuses(pod, '', [{ id: 'manifiestos', kind: 'valid', files: ['respuesta.yaml'], production }]);
  expect(about(['kubernetes/writable-root-filesystem'])).toEqual([
    'pass kubernetes/bare-pod kubernetes/writable-root-filesystem',
  ]);
  expect(statuses(pod, '', [{ id: 'manifiestos', kind: 'valid', files: ['respuesta.yaml'] }])).toEqual([
    'pass kubernetes/bare-pod',
  ]);
});
