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

  it.each([
    ['what it lacks', '{ requests: { cpu: 1, memory: 9Gi } }', '', '9Gi'],
    ['a limit, where there is no request', '{ limits: { cpu: 1, memory: 9Gi } }', '', '9Gi'],
    [
      'whoever asks for most',
      '{ requests: { cpu: 500m } }',
      'two, image: nginx, resources: { requests: { cpu: 7 } }',
      '7',
    ],
  ])('shows %s', (_, resources, second, shown) => {
    const more = second === '' ? '' : ` }, { name: ${second}`;
    const text = [node('n1'), deployment(1, '', `${resources}${more}`)].join('\n---\n');
    const at = settle(world(text), { world: 'closed' }).state.pods[0]?.problem?.at;
    expect(at && text.slice(at.from, at.to)).toBe(shown);
  });

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

/** https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity */
describe('company', () => {
  const pod = (name: string, labels: string, spec = '') =>
    `{ apiVersion: v1, kind: Pod, metadata: { name: ${name}, labels: ${labels} }, spec: { ${spec} containers: [{ name: c, image: nginx }] } }`;
  const near = (...terms: readonly string[]) =>
    `affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [${terms.join(', ')}] } },`;
  const term = (topologyKey: string, labels: string, rest = '') =>
    `{ topologyKey: ${topologyKey}, labelSelector: { matchLabels: ${labels} }${rest} }`;
  const racks = [node('n1', '{ zone: a }'), node('n2', '{ zone: a, rack: uno }')];
  const lonely = ["`2 node(s) didn't match pod affinity rules`"];

  it.each<[string, readonly string[], readonly unknown[]]>([
    [
      'is a pod that all terms mean',
      [
        pod('x', '{ app: x }', 'nodeName: n1,'),
        pod('w', '{ app: w }', 'nodeName: n1,'),
        pod('z', '{ app: z }', near(term('zone', '{ app: x }'), term('zone', '{ app: w }'))),
      ],
      ['n1', 'n1', lonely],
    ],
    [
      'is one pod with all the labels',
      [
        pod('x', '{ app: x, tier: t }', 'nodeName: n2,'),
        pod('z', '{}', near(term('zone', '{ app: x }'), term('rack', '{ tier: t }'))),
      ],
      ['n2', 'n2'],
    ],
    [
      'can only be waited for where the node has the key',
      [pod('x', '{ app: x }', near(term('rack', '{ app: x }')))],
      ['n2'],
    ],
    [
      'of the same kind',
      [
        pod('x', '{ app: x, v: "1" }', 'nodeName: n1,'),
        pod('v', '{ app: x, v: "2" }', near(term('kubernetes.io/hostname', '{ app: x }', ', matchLabelKeys: [v]'))),
        pod('z', '{ v: "1" }', near(term('kubernetes.io/hostname', '{ app: x }', ', matchLabelKeys: [v]'))),
        pod('w', '{ v: "1" }', near(term('kubernetes.io/hostname', '{ app: x }', ', mismatchLabelKeys: [v]'))),
      ],
      ['n1', 'n2', 'n1', 'n2'],
    ],
  ])('%s', (_, pods, expected) => expect(place(racks, ...pods)).toEqual(expected));

  it('is counted among the nodes that have the keys of all constraints', () => {
    const spread = (topologyKey: string) =>
      `{ maxSkew: 1, topologyKey: ${topologyKey}, whenUnsatisfiable: DoNotSchedule, labelSelector: { matchLabels: { app: x } } }`;
    const asking = pod('p', '{ app: x }', `topologySpreadConstraints: [${spread('zone')}, ${spread('rack')}],`);
    const nodes = [node('n1', '{ zone: a, rack: uno }'), node('n2', '{ zone: b }')];
    expect(place(nodes, pod('o', '{ app: x }', 'nodeName: n1,'), asking)).toEqual(['n1', 'n1']);
  });
});

describe('a port of the node', () => {
  const pod = (name: string, port: string, kind = 'containers') =>
    `{ apiVersion: v1, kind: Pod, metadata: { name: ${name} }, spec: { ${kind === 'containers' ? '' : 'containers: [{ name: c, image: nginx }],'} ${kind}: [{ name: d, image: nginx, ${kind === 'containers' ? '' : 'restartPolicy: Always,'} ports: [{ containerPort: 80, hostPort: 80, ${port} }] }] } }`;

  it.each([
    ['on every address and on one', '', 'hostIP: 127.0.0.1', false],
    ['on two addresses', 'hostIP: 10.0.0.1', 'hostIP: 127.0.0.1', true],
    ['written as every address', 'hostIP: 0.0.0.0', '', false],
    ['for two protocols', '', 'protocol: UDP', true],
  ])('%s: both fit: %s %s', (_, one, other, fits) => {
    const [first, second] = place([node('n1')], pod('a', one), pod('b', other));
    expect([first, second === 'n1']).toEqual(['n1', fits]);
  });

  it('is kept by a native sidecar', () => {
    expect(place([node('n1')], pod('a', '', 'initContainers'), pod('b', ''))[1]).not.toBe('n1');
  });
});

/** https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#taints-and-tolerations */
describe('a taint', () => {
  const set = (spec = '') =>
    `{ apiVersion: apps/v1, kind: DaemonSet, metadata: { name: d }, spec: { selector: { matchLabels: { a: d } }, template: { metadata: { labels: { a: d } }, spec: { ${spec} containers: [{ name: c, image: nginx, resources: { requests: { cpu: 1 } } }] } } } }`;
  const tainted = (key: string, effect: string) =>
    node('n1', '{}', `{ taints: [{ key: node.kubernetes.io/${key}, effect: ${effect} }] }`);

  it.each([
    ['not-ready', 'NoExecute', '', ['n1']],
    ['not-ready', 'NoSchedule', '', []],
    ['disk-pressure', 'NoSchedule', '', ['n1']],
    ['network-unavailable', 'NoSchedule', '', []],
    ['network-unavailable', 'NoSchedule', 'hostNetwork: true,', ['n1']],
  ])('%s %s and a DaemonSet %s: %j', (key, effect, spec, expected) =>
    expect(place([tainted(key, effect)], set(spec))).toEqual(expected),
  );

  it('is what a cordon comes to', () => {
    const cordoned = node('n1', '{}', '{ unschedulable: true }');
    const tolerant = 'tolerations: [{ key: node.kubernetes.io/unschedulable, operator: Exists }],';
    expect([place([cordoned], set()), place([cordoned], deployment(1, tolerant))]).toEqual([['n1'], ['n1']]);
  });

  it('is not all that a DaemonSet asks of a node', () => {
    expect(place([node('n1', '{}', '{}', 0.5), node('n2')], set())).toEqual([['`1 Insufficient cpu`'], 'n2']);
  });
});

it.each([
  ['"5"', ['n1']],
  ['"1.5"', 'none'],
  ['""', 'none'],
  ['"1"', 'none'],
])('a number greater than one: %s', (value, expected) => {
  const greater =
    'affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: cores, operator: Gt, values: ["1"] }] }] } } },';
  const placed = place([node('n1', `{ cores: ${value} }`)], deployment(1, greater));
  expect(placed[0] === 'n1' ? placed : 'none').toEqual(expected);
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
