import { describe, expect, it } from 'vitest';
import { settle } from '../settle.ts';
import { world } from '../testing/world.ts';
import { autoscaleNodes } from './autoscale.ts';
import type { NodeGroup } from './groups.ts';

const node = (name: string, cpu = 2) =>
  `{ apiVersion: v1, kind: Node, metadata: { name: ${name} }, status: { allocatable: { cpu: ${cpu}, memory: 8Gi, pods: 110 } } }`;
const deployment = (replicas: number, cpu: string, rest = '', annotations = '{}') =>
  `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { replicas: ${replicas}, selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web }, annotations: ${annotations} }, spec: { ${rest} containers: [{ name: web, image: nginx, resources: { requests: { cpu: ${cpu} } } }] } } } }`;
const group = (more: Partial<NodeGroup> = {}): NodeGroup => ({
  name: 'grupo',
  min: 1,
  max: 5,
  template: { allocatable: { cpu: 2, memory: 8 * 2 ** 30, pods: 110 } },
  nodes: ['n1', 'n2'],
  ...more,
});

function run(documents: readonly string[], ...groups: readonly NodeGroup[]) {
  const { state } = settle(world(documents.join('\n---\n')), { world: 'closed' });
  const before = state.pods.filter(({ phase }) => phase === 'Pending').length;
  const { state: after, trace } = autoscaleNodes(state, groups, { world: 'closed' });
  return { before, after, ...trace.outcome, said: trace.hops.map(({ message }) => message.replace('cluster/', '')) };
}

describe('node autoscaling', () => {
  it('adds as many machines as the requests of the pending pods need', () => {
    const { before, added, after } = run([node('n1'), deployment(6, '900m')], group());
    expect(before).toBe(4);
    expect(added.map(({ node, pods }) => [node, pods.length])).toEqual([
      ['grupo-2', 2],
      ['grupo-3', 2],
    ]);
    expect(after.pods.every(({ ready }) => ready)).toBe(true);
  });

  it('does nothing for a pod that no machine of the group could take', () => {
    expect(run([node('n1'), deployment(1, '3')], group())).toMatchObject({
      added: [],
      before: 1,
      said: ['nodeNoHelp', 'nodeKeptMinimum'],
    });
  });

  it('stops at the maximum of the group', () => {
    expect(run([node('n1'), deployment(9, '1500m')], group({ max: 3 })).added).toHaveLength(2);
  });

  it('picks the group whose labels the pod asks for', () => {
    const labelled = group({ name: 'gpu', nodes: [], template: { labels: { gpu: 'si' }, allocatable: { cpu: 2 } } });
    const { added } = run([node('n1'), deployment(1, '100m', 'nodeSelector: { gpu: "si" },')], group(), labelled);
    expect(added.map((one) => one.group)).toEqual(['gpu']);
  });

  it('removes a machine whose pods fit elsewhere', () => {
    const { removed, nodes, after } = run([node('n1'), node('n2'), deployment(2, '500m')], group());
    expect([removed, nodes, after.pods.map((pod) => pod.node)]).toEqual([['n1'], 1, ['n2', 'n2']]);
  });

  it('keeps a machine of which half is requested, however idle it is', () => {
    expect(run([node('n1'), node('n2'), deployment(2, '1100m')], group()).removed).toEqual([]);
  });

  it.each([
    ['the minimum of its group', deployment(2, '500m'), 'nodeKeptMinimum', { min: 2 }],
    ['data on it', deployment(2, '500m', 'volumes: [{ name: v, emptyDir: {} }],'), 'nodeKeptStorage', {}],
    [
      'a pod that says so',
      deployment(2, '500m', '', '{ cluster-autoscaler.kubernetes.io/safe-to-evict: "false" }'),
      'nodeKeptUnsafe',
      {},
    ],
    [
      'a bare pod',
      '{ apiVersion: v1, kind: Pod, metadata: { name: p }, spec: { nodeName: n1, containers: [{ name: c, image: nginx }] } }\n---\n{ apiVersion: v1, kind: Pod, metadata: { name: q }, spec: { nodeName: n2, containers: [{ name: c, image: nginx }] } }',
      'nodeKeptBare',
      {},
    ],
    [
      'a disruption budget',
      `${deployment(2, '500m')}\n---\n{ apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: { name: b }, spec: { minAvailable: 2, selector: { matchLabels: { app: web } } } }`,
      'nodeKeptBudget',
      {},
    ],
  ])('keeps a machine because of %s', (_, documents, said, more) => {
    const result = run([node('n1'), node('n2'), documents], group(more));
    expect([result.removed, result.said]).toEqual([[], [said, said]]);
  });
});
