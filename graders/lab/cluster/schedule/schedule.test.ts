import { describe, expect, it } from 'vitest';
import { settle } from '../settle.ts';
import { world } from '../testing/world.ts';

const node = (name: string, more = '{}', spec = '{}', cpu = 2) =>
  `{ apiVersion: v1, kind: Node, metadata: { name: ${name}, labels: ${more} }, spec: ${spec}, status: { allocatable: { cpu: ${cpu}, memory: 4Gi, pods: 10 } } }`;
const zones = [node('n1', '{ zone: a }'), node('n2', '{ zone: a }'), node('n3', '{ zone: b }')];
const deployment = (replicas: number, spec: string, resources = '{}') =>
  `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { replicas: ${replicas}, selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { ${spec} containers: [{ name: web, image: nginx, ports: [{ containerPort: 80 }], resources: ${resources} }] } } } }`;
const anti = (topologyKey: string) =>
  `affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: ${topologyKey}, labelSelector: { matchLabels: { app: web } } }] } },`;

/** The node of each pod, or the scheduler's reasons. */
function place(nodes: readonly string[], ...documents: readonly string[]) {
  const { state } = settle(world([...nodes, ...documents].join('\n---\n')), { world: 'closed' });
  return state.pods.map((pod) => pod.node ?? pod.problem?.data.reasons);
}

describe('the scheduler', () => {
  it.each<[string, readonly string[], string, unknown[]]>([
    ['spreads the pods of a workload', zones, deployment(4, ''), ['n1', 'n2', 'n3', 'n1']],
    ['follows a node selector', zones, deployment(2, 'nodeSelector: { zone: b },'), ['n3', 'n3']],
    ['follows a named node', zones, deployment(1, 'nodeName: n2,'), ['n2']],
    [
      'follows node affinity',
      zones,
      deployment(
        1,
        'affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: zone, operator: NotIn, values: [a] }] }] } } },',
      ),
      ['n3'],
    ],
    [
      'prefers what it is told to prefer',
      zones,
      deployment(
        2,
        'affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 10, preference: { matchExpressions: [{ key: zone, operator: In, values: [b] }] } }] } },',
      ),
      ['n3', 'n3'],
    ],
    [
      'keeps pods apart',
      zones,
      deployment(3, anti('zone')),
      ['n1', 'n3', ["`3 node(s) didn't match pod anti-affinity rules`"]],
    ],
    [
      'stays within the skew',
      zones,
      deployment(
        4,
        'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, labelSelector: { matchLabels: { app: web } } }],',
      ),
      ['n1', 'n3', 'n2', 'n3'],
    ],
    [
      'reserves what is requested',
      [node('n1')],
      deployment(3, '', '{ requests: { cpu: 900m } }'),
      ['n1', 'n1', ['`1 Insufficient cpu`']],
    ],
    [
      'takes a limit for the request',
      [node('n1')],
      deployment(2, '', '{ limits: { memory: 3Gi } }'),
      ['n1', ['`1 Insufficient memory`']],
    ],
    ['counts pods', [node('n1').replace('pods: 10', 'pods: 1')], deployment(2, ''), ['n1', ['`1 Too many pods`']]],
    [
      'respects taints',
      [node('n1', '{}', '{ taints: [{ key: gpu, value: "si", effect: NoSchedule }] }')],
      deployment(1, ''),
      [['`1 node(s) had untolerated taint {gpu: si}`']],
    ],
    [
      'lets who tolerates a taint pass',
      [node('n1', '{}', '{ taints: [{ key: gpu, value: "si", effect: NoSchedule }] }')],
      deployment(1, 'tolerations: [{ key: gpu, operator: Exists }],'),
      ['n1'],
    ],
    [
      'avoids a PreferNoSchedule taint',
      [node('n1', '{}', '{ taints: [{ key: gpu, effect: PreferNoSchedule }] }'), node('n2')],
      deployment(2, ''),
      ['n2', 'n2'],
    ],
    [
      'leaves a cordoned node alone',
      [node('n1', '{}', '{ unschedulable: true }'), node('n2')],
      deployment(1, ''),
      ['n2'],
    ],
    [
      'gives a host port once per node',
      [node('n1')],
      deployment(2, 'hostNetwork: true,'),
      ['n1', ["`1 node(s) didn't have free ports for the requested pod ports`"]],
    ],
    [
      'lets the first of a group that wants company choose',
      zones,
      deployment(
        2,
        'affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: zone, labelSelector: { matchLabels: { app: web } } }] } },',
      ),
      ['n1', 'n2'],
    ],
  ])('%s', (_, nodes, document, expected) => expect(place(nodes, document)).toEqual(expected));

  it('tells every reason, with how many nodes gave it', () => {
    const nodes = [node('n1', '{}', '{ unschedulable: true }'), node('n2')];
    expect(place(nodes, deployment(1, '', '{ requests: { cpu: 5 } }'))).toEqual([
      ['`1 node(s) were unschedulable`', '`1 Insufficient cpu`'],
    ]);
  });

  it('makes DaemonSet pods only for nodes that admit them', () => {
    const set =
      '{ apiVersion: apps/v1, kind: DaemonSet, metadata: { name: web }, spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { nodeSelector: { zone: a }, containers: [{ name: web, image: nginx }] } } } }';
    expect(place(zones, set)).toEqual(['n1', 'n2']);
  });
});

describe('an open world without nodes', () => {
  it('has a node for everything', () => {
    const { state } = settle(
      world(
        deployment(
          9,
          `nodeSelector: { gpu: "si" }, ${anti('kubernetes.io/hostname')}`,
          '{ limits: { nvidia.com/gpu: 1 } }',
        ),
      ),
    );
    expect(state.pods.every(({ ready }) => ready)).toBe(true);
  });
});

describe('sets and jobs', () => {
  const set = (rest: string) =>
    `{ apiVersion: apps/v1, kind: StatefulSet, metadata: { name: db }, spec: { replicas: 3, ${rest} selector: { matchLabels: { app: db } }, template: { metadata: { labels: { app: db } }, spec: { containers: [{ name: db, image: "nginx", readinessProbe: { tcpSocket: { port: 81 } } }] } } } }`;
  const names = (text: string) => settle(world(text)).state.pods.map(({ name, phase }) => `${name} ${phase}`);

  it('a StatefulSet waits for each pod before the next', () => expect(names(set(''))).toEqual(['db-0 Running']));

  it('unless it is parallel', () => {
    expect(names(set('podManagementPolicy: Parallel, ordinals: { start: 5 },'))).toEqual([
      'db-5 Running',
      'db-6 Running',
      'db-7 Running',
    ]);
  });

  const job = (spec: string, command: string, restartPolicy = 'Never') =>
    `{ apiVersion: batch/v1, kind: Job, metadata: { name: j }, spec: { ${spec} template: { spec: { restartPolicy: ${restartPolicy}, containers: [{ name: c, image: busybox, command: ${command} }] } } } }`;
  const phases = (text: string) => settle(world(text)).state.pods.map(({ phase }) => phase);

  it.each<[string, string, string[]]>([
    ['runs once', job('', '[echo, hola]'), ['Succeeded']],
    [
      'runs until it has its completions',
      job('completions: 3, parallelism: 2,', '[echo, hola]'),
      ['Succeeded', 'Succeeded', 'Succeeded'],
    ],
    [
      'runs as many at once as it may',
      job('completions: 5, parallelism: 2,', '[sleep, infinity]'),
      ['Running', 'Running'],
    ],
    ['gives up after its retries', job('backoffLimit: 1,', '["false"]'), ['Failed', 'Failed']],
    ['waits while suspended', job('suspend: true,', '[echo, hola]'), []],
  ])('a Job %s', (_, text, expected) => expect(phases(text)).toEqual(expected));
});

it('no machine is larger than the largest one can rent', () => {
  expect(place([], deployment(1, '', '{ requests: { cpu: 100000 } }'))).toEqual([['`3 Insufficient cpu`']]);
  expect(place([], deployment(1, '', '{ requests: { cpu: 400, memory: 4Ti } }'))).toEqual(['node-1']);
});
