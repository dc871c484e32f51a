import type { Json, JsonObject } from '../../../core/json.ts';
import { fittingNodes } from '../../../lab/cluster/index.ts';
import { readManifests } from '../../../model/manifests/read.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import type { Part } from '../part.ts';
import type { Random } from '../random.ts';

const names = ['n1', 'n2', 'n3', 'n4'] as const;
const apps = ['web', 'db', 'cache'] as const;
const zones = ['a', 'b'] as const;
const topologies = ['kubernetes.io/hostname', 'zona', 'rack', 'nada'] as const;
const effects = ['NoSchedule', 'NoExecute', 'PreferNoSchedule'] as const;
const namespaces = ['default', 'otro'] as const;

interface Input {
  readonly namespaces: readonly JsonObject[];
  readonly nodes: readonly JsonObject[];
  readonly placed: readonly JsonObject[];
  readonly pod: JsonObject;
}

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

/** A cluster that is nearly full of reasons, so that each filter decides now and then. */
function make(random: Random): Json {
  const nodes = names.slice(0, random.between(2, 4)).map((name) => nodeFor(random, name));
  const placed = Array.from({ length: random.between(0, 6) }, (_, index) =>
    withNode(podFor(random, `p${index}`, 0.15), random.pick(nodes).metadata.name),
  );
  return plain({
    namespaces: namespaces.map((name) => ({
      metadata: { name, labels: { 'kubernetes.io/metadata.name': name, equipo: name === 'otro' ? 'b' : 'a' } },
    })),
    nodes,
    placed,
    pod: podFor(random, 'nuevo', 0.45),
  });
}

function nodeFor(random: Random, name: string) {
  const labels = {
    'kubernetes.io/arch': 'amd64',
    'kubernetes.io/os': 'linux',
    'kubernetes.io/hostname': name,
    ...(random.chance(0.85) && { zona: random.pick(zones) }),
    ...(random.chance(0.5) && { rack: random.pick(['1', '2', '10']) }),
    ...(random.chance(0.4) && { disco: random.pick(['ssd', 'hdd', '']) }),
  };
  const taint = () => ({
    key: random.pick(['dedicado', 'gpu']),
    ...(random.chance(0.7) && { value: random.pick(['a', 'b', '']) }),
    effect: random.pick(effects),
  });
  const allocatable = {
    cpu: random.pick(['1', '2', '1500m']),
    memory: random.pick(['1Gi', '2Gi', '512Mi']),
    pods: random.pick(['2', '3', '110', '110']),
    ...(random.chance(0.3) && { 'nvidia.com/gpu': random.pick(['1', '2']) }),
  };
  return {
    metadata: { name, labels },
    spec: {
      ...(random.chance(0.08) && { unschedulable: true }),
      taints: random.chance(0.35) ? random.list(2, taint) : [],
    },
    status: { allocatable, capacity: allocatable },
  };
}

type Pod = ReturnType<typeof podFor>;

const withNode = (pod: Pod, nodeName: string) => ({ ...pod, spec: { ...pod.spec, nodeName } });

/** @param share how often each kind of demand is made */
function podFor(random: Random, name: string, share: number) {
  const some = <T>(make: () => T, times = 1) => random.maybe(share * times, make);
  const labels = { app: random.pick(apps), ...(random.chance(0.4) && { version: random.pick(['1', '2']) }) };
  return {
    metadata: { name, namespace: random.chance(0.75) ? 'default' : 'otro', labels },
    spec: {
      hostNetwork: some(() => true, 0.2),
      nodeSelector: some(() => ({ [random.pick(['zona', 'disco'])]: random.pick(['a', 'b', 'ssd', '']) }), 0.4),
      tolerations: some(() => random.list(2, () => tolerationFor(random)), 0.8),
      affinity: some(() => ({
        nodeAffinity: random.maybe(0.35, () => nodeAffinityFor(random)),
        podAffinity: random.maybe(0.4, () => ({
          requiredDuringSchedulingIgnoredDuringExecution: random.list(2, () => termFor(random)),
        })),
        podAntiAffinity: random.maybe(0.5, () => ({
          requiredDuringSchedulingIgnoredDuringExecution: random.list(2, () => termFor(random)),
        })),
      })),
      topologySpreadConstraints: some(() => random.list(2, () => spreadFor(random)), 0.7),
      initContainers: some(
        () => [{ ...containerFor(random, 'antes'), restartPolicy: random.maybe(0.5, () => 'Always') }],
        0.4,
      ),
      containers: [containerFor(random, 'a'), ...(random.chance(0.2) ? [containerFor(random, 'b')] : [])],
    },
  };
}

function containerFor(random: Random, name: string) {
  const requests = {
    ...(random.chance(0.6) && { cpu: random.pick(['100m', '400m', '700m', '1']) }),
    ...(random.chance(0.4) && { memory: random.pick(['100Mi', '512Mi', '1Gi']) }),
    ...(random.chance(0.1) && { 'nvidia.com/gpu': '1' }),
  };
  const port = () => {
    const number = random.pick([80, 81, 443]);
    return {
      containerPort: number,
      ...(random.chance(0.5) && { hostPort: number }),
      ...(random.chance(0.2) && { hostIP: random.pick(['127.0.0.1', '10.0.0.1', '0.0.0.0']) }),
      protocol: random.pick(['TCP', 'TCP', 'UDP']),
    };
  };
  return {
    name,
    image: 'nginx:1.29',
    resources: { requests },
    ports: random.maybe(0.25, () => [port()]),
  };
}

function tolerationFor(random: Random) {
  const operator = random.pick(['Equal', 'Exists', undefined]);
  return {
    key: random.pick(['dedicado', 'gpu', 'node.kubernetes.io/unschedulable']),
    operator,
    ...(operator !== 'Exists' && { value: random.pick(['a', 'b', '']) }),
    effect: random.pick([...effects, undefined]),
  };
}

function nodeAffinityFor(random: Random) {
  const expression = () => {
    const operator = random.pick(['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt']);
    const key = /[GL]t/.test(operator) ? 'rack' : random.pick(['zona', 'disco', 'rack']);
    const values = /[GL]t/.test(operator)
      ? [random.pick(['1', '2', '5'])]
      : /In/.test(operator)
        ? random.some(['a', 'b', 'ssd', '1', ''], 0.4).concat('hdd')
        : undefined;
    return { key, operator, values };
  };
  const field = () => ({ key: 'metadata.name', operator: random.pick(['In', 'NotIn']), values: [random.pick(names)] });
  const term = () => ({
    matchExpressions: random.maybe(0.85, () => random.list(2, expression)),
    matchFields: random.maybe(0.15, () => [field()]),
  });
  return {
    requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term(), ...random.list(1, term)] },
  };
}

function selectorFor(random: Random) {
  return random.chance(0.7)
    ? { matchLabels: { app: random.pick(apps) } }
    : {
        matchExpressions: [
          { key: 'app', operator: random.pick(['In', 'NotIn']), values: random.some(apps, 0.5).concat('web') },
        ],
      };
}

function termFor(random: Random) {
  return {
    topologyKey: random.pick(topologies),
    labelSelector: random.maybe(0.9, () => selectorFor(random)),
    namespaces: random.maybe(0.15, () => [random.pick(namespaces)]),
    namespaceSelector: random.maybe(0.2, () =>
      random.chance(0.4) ? {} : { matchLabels: { equipo: random.pick(zones) } },
    ),
  };
}

function spreadFor(random: Random) {
  const whenUnsatisfiable = random.chance(0.85) ? 'DoNotSchedule' : 'ScheduleAnyway';
  return {
    maxSkew: random.pick([1, 1, 2]),
    topologyKey: random.pick(topologies.slice(0, 3)),
    whenUnsatisfiable,
    labelSelector: random.maybe(0.95, () => selectorFor(random)),
    minDomains: whenUnsatisfiable === 'DoNotSchedule' ? random.maybe(0.15, () => random.pick([2, 3])) : undefined,
    nodeAffinityPolicy: random.maybe(0.2, () => random.pick(['Honor', 'Ignore'])),
    nodeTaintsPolicy: random.maybe(0.2, () => random.pick(['Honor', 'Ignore'])),
  };
}

function answer({ namespaces: spaces, nodes, placed, pod }: Input): Json {
  const written = (kind: string) => (one: JsonObject) => ({ apiVersion: 'v1', kind, ...one });
  const items = [
    ...spaces.map(written('Namespace')),
    ...nodes.map(written('Node')),
    ...[...placed, pod].map(written('Pod')),
  ];
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
  const { resources } = readManifests(parseYaml({ path: 'world.json', text }), 'given');
  const [asked] = resources.slice(-1);
  return asked ? [...fittingNodes(resources.slice(0, -1), asked)] : null;
}

export const scheduler: Part = {
  name: 'scheduler',
  what: 'the nodes that the filters of the scheduler leave for a pod',
  upstream: 'https://kubernetes.io/docs/reference/scheduling/config/#scheduling-plugins',
  make,
  answer,
  deviations: [],
};
