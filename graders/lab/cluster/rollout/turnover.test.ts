import { expect, it } from 'vitest';
import { settle } from '../settle.ts';
import { world } from '../testing/world.ts';
import { turnover } from './turnover.ts';

const workload = (kind: string, { replicas = 3, image = 'nginx:1.29', sum = 'a', label = 'x' } = {}) => `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: web, namespace: default, labels: { note: ${label} } }
spec:
  ${kind === 'DaemonSet' ? '' : `replicas: ${replicas}`}
  ${kind === 'StatefulSet' ? 'serviceName: web' : ''}
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web }, annotations: { sum: ${sum} } }
    spec: { containers: [{ name: web, image: ${image}, envFrom: [{ configMapRef: { name: rules } }] }] }
---
`;
const rules = (limit: number) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: rules }\ndata: { LIMIT: "${limit}" }\n---\n`;
const other = workload('Deployment', { replicas: 2 }).replaceAll('web', 'other');

function change(before: string, after: string) {
  const { hops, outcome } = turnover(settle(world(before)).state, world(after));
  const { replaced, added, removed, kept, workloads } = outcome;
  const said = hops.map(({ message }) => message.replace('cluster/turnover', ''));
  return { counts: [replaced, added, removed, kept], web: workloads['default/web'], said };
}

const base = rules(1) + workload('Deployment') + other;

// https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#updating-a-deployment
it.each([
  ['an image', workload('Deployment', { image: 'nginx:1.30' }), [3, 0, 0, 2], ['Replaced', 'Kept']],
  ['an annotation of the template', workload('Deployment', { sum: 'b' }), [3, 0, 0, 2], ['Replaced', 'Kept']],
  ['a label of the Deployment alone', workload('Deployment', { label: 'z' }), [0, 0, 0, 5], ['Kept', 'Kept']],
  ['what a ConfigMap holds', rules(2), [0, 0, 0, 5], ['Kept', 'Kept']],
  ['more replicas', workload('Deployment', { replicas: 5 }), [0, 2, 0, 5], ['Added', 'Kept']],
  ['fewer replicas', workload('Deployment', { replicas: 1 }), [0, 0, 2, 3], ['Removed', 'Kept']],
  [
    'an image and more replicas',
    workload('Deployment', { image: 'nginx:1.30', replicas: 5 }),
    [3, 2, 0, 2],
    ['Replaced', 'Kept'],
  ],
  ['nothing', workload('Deployment'), [0, 0, 0, 5], ['Kept', 'Kept']],
])('changes %s', (_, after, counts, said) => {
  expect(change(base, after)).toMatchObject({ counts, said });
});

it('tells a new pod of a StatefulSet from the old one of the same name', () => {
  const before = rules(1) + workload('StatefulSet');
  expect(change(before, workload('StatefulSet', { image: 'nginx:1.30' })).web).toMatchObject({ replaced: 3, kept: 0 });
  expect(change(before, rules(2)).web).toMatchObject({ replaced: 0, kept: 3 });
});

it('counts a workload that was not there as new', () => {
  expect(change(rules(1) + other, workload('Deployment')).counts).toEqual([0, 3, 0, 2]);
});
