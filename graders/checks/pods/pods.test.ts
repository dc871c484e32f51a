import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../exercise.ts';
import { grade } from '../../grade.ts';
import type { ExerciseSpec } from '../kinds.ts';
import type { Params, ReadyPods } from './params.ts';

const text = { es: 'x', en: 'x' };

function pods(answer: string, wanted: ReadyPods) {
  const check = { id: 'pods', kind: 'pods', points: 1, pods: [wanted] } as unknown as Params & {
    id: string;
    kind: 'pods';
  };
  const spec: ExerciseSpec = {
    id: 'x',
    number: 99,
    title: text,
    lesson: 'x',
    concepts: [],
    answers: [{ file: 'respuesta.yaml', format: 'manifests' }],
    checks: [check],
    hints: [text],
  };
  const exercise: Exercise = { spec, folder: '99-x', starter: [{ path: 'respuesta.yaml', text: '' }], given: [] };
  const [result] = grade(exercise, [{ path: 'respuesta.yaml', text: answer }]).checks;
  return [result?.status, ...(result?.findings.map(({ id, message }) => `${id} ${message}`) ?? [])];
}

const deployment = (rest: string, image = 'nginx:1.29', namespace = 'default') =>
  `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: web, namespace: ${namespace} }, spec: { ${rest} selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "${image}" }] } } } }`;

describe('pods that must be ready', () => {
  it.each<[string, string, ReadyPods, unknown[]]>([
    [
      'a process that nobody knows',
      deployment('', 'ejemplo/web:1'),
      { kind: 'Deployment' },
      ['review', 'cluster/assumed processAssumed'],
    ],
    ['all of them', deployment('replicas: 3,'), { kind: 'Deployment' }, ['pass']],
    [
      'enough of them',
      deployment('replicas: 3,'),
      { kind: 'Deployment', name: 'web', labels: { app: 'web' }, ready: 3 },
      ['pass'],
    ],
    ['none while paused', deployment('paused: true,'), { kind: 'Deployment' }, ['fail', 'pods/missing paused']],
    ['too few', deployment('replicas: 1,'), { kind: 'Deployment', ready: 2 }, ['fail', 'pods/not-ready tooFew']],
    ['none at all', deployment('replicas: 0,'), { kind: 'Deployment' }, ['fail', 'pods/missing noReplicas']],
    ['another kind', deployment(''), { kind: 'StatefulSet' }, ['fail', 'pods/missing noneOfKind']],
    [
      'another namespace',
      deployment(''),
      { kind: 'Deployment', name: 'web', namespace: 'ventas' },
      ['fail', 'pods/missing elsewhere'],
    ],
    ['a name nobody has', deployment(''), { kind: 'Deployment', name: 'otro' }, ['fail', 'pods/missing noneNamed']],
    [
      'the name of another kind',
      deployment(''),
      { kind: 'StatefulSet', name: 'web' },
      ['fail', 'pods/missing otherKind'],
    ],
    [
      'more than a quota takes',
      `${deployment('replicas: 3,')}\n---\n{ apiVersion: v1, kind: ResourceQuota, metadata: { name: q }, spec: { hard: { pods: "2" } } }`,
      { kind: 'Deployment', ready: 3 },
      ['fail', 'pods/rejected quotaExceeded'],
    ],
    [
      'one that ends',
      '{ apiVersion: v1, kind: Pod, metadata: { name: web }, spec: { restartPolicy: Never, containers: [{ name: c, image: busybox, command: [echo, hola] }] } }',
      {},
      ['fail', 'pods/exits completed'],
    ],
    ['another name', deployment(''), { name: 'otro' }, ['fail', 'pods/missing noneOfKind']],
    ['no image', deployment('', 'ngnix:1'), { kind: 'Deployment' }, ['fail', 'pods/image imageMissingNear']],
    [
      'no namespace',
      deployment('', 'nginx', 'ventas'),
      { kind: 'Deployment' },
      ['fail', 'pods/rejected namespaceMissing'],
    ],
    [
      'a selector of others',
      deployment('').replace('matchLabels: { app: web }', 'matchLabels: { app: x }'),
      { kind: 'Deployment' },
      ['fail', 'pods/rejected invalid'],
    ],
    [
      'the image asked for, spelt otherwise',
      deployment('', 'docker.io/library/nginx:1.29'),
      { name: 'web', image: 'nginx:1.29' },
      ['pass'],
    ],
    ['another tag', deployment(''), { name: 'web', image: 'nginx:1.28' }, ['fail', 'pods/other-image other']],
    [
      'other labels',
      deployment(''),
      { kind: 'Deployment', name: 'web', labels: { app: 'tienda' } },
      ['fail', 'pods/missing otherLabels'],
    ],
  ])('%s', (_, answer, wanted, expected) => expect(pods(answer, wanted)).toEqual(expected));

  it.each([
    ['nginx:1.29', '[sh, -c, nosuch]', 'commandMissing'],
    ['busybox:1.37', '[cat, /nada]', 'fileAbsent'],
    ['busybox:1.37', '[nslookup, web]', 'nameUnderEach'],
    ['python:3.14-slim', '[python, -m, nadie]', 'moduleMissing'],
    ['nginx:1.29', '[/docker-entrypoint.sh, -g, daemon off;]', 'optionAlone'],
    ['nginx:1.29', '[nginx]', 'daemonised'],
  ])('says why the process of %s ends: %s', (image, command, why) => {
    const pod = `{ apiVersion: v1, kind: Pod, metadata: { name: web }, spec: { containers: [{ name: c, image: "${image}", command: ${command} }] } }`;
    expect(pods(pod, {})).toEqual(['fail', `pods/exits ${why}`]);
  });
});
