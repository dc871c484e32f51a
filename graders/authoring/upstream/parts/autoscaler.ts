import type { IMetricSpec } from 'kubernetes-models/autoscaling/v2';
import type { Json } from '../../../core/json.ts';
import { evaluateMetric, type ObservedPod } from '../../../lab/cluster/index.ts';
import type { Part } from '../part.ts';
import type { Random } from '../random.ts';

interface Input {
  readonly replicas: number;
  readonly tolerance: number;
  readonly metric: IMetricSpec;
  readonly pods: readonly ObservedPod[];
  readonly value: number;
}

const quantities: readonly string[] = ['100m', '250m', '1', '7500m', '30', '2k'];
const perPod = { cpu: ['100m', '250m', '1'], memory: ['100Mi', '200M', '1Gi', '300000000500m'] };

function make(random: Random): Json {
  const resource = random.pick(['cpu', 'memory'] as const);
  const metric = metricFor(random, resource);
  const pods = Array.from({ length: random.between(0, 6) }, (_, index) => podFor(random, `p${index}`, resource));
  const made = {
    replicas: random.between(1, 10),
    tolerance: random.pick([0, 0.1, 0.1, 0.25]),
    metric,
    pods,
    value: random.between(0, 20_000),
  };
  return JSON.parse(JSON.stringify(made)) as Json;
}

function metricFor(random: Random, name: 'cpu' | 'memory'): unknown {
  const target = () =>
    random.chance(0.6)
      ? { type: 'Utilization', averageUtilization: random.pick([1, 30, 50, 60, 80, 100, 150]) }
      : { type: 'AverageValue', averageValue: random.pick(perPod[name]) };
  const whole = () =>
    random.chance(0.5)
      ? { type: 'Value', value: random.pick(quantities) }
      : { type: 'AverageValue', averageValue: random.pick(quantities) };
  const type = random.pick(['Resource', 'Resource', 'ContainerResource', 'Object', 'External']);
  if (type === 'Resource') return { type, resource: { name, target: target() } };
  if (type === 'ContainerResource') return { type, containerResource: { name, container: 'a', target: target() } };
  if (type === 'External') return { type, external: { metric: { name: 'm' }, target: whole() } };
  const describedObject = { apiVersion: 'v1', kind: 'Service', name: 'web' };
  return { type, object: { describedObject, metric: { name: 'm' }, target: whole() } };
}

/** Amounts in thousandths. */
function podFor(random: Random, name: string, resource: 'cpu' | 'memory'): unknown {
  const unit = resource === 'cpu' ? 1 : 1000 * 1024 * 1024;
  const amounts = (most: number) => ({ [resource]: random.between(0, most) * unit });
  const containers = random.chance(0.3) ? ['a', 'b'] : ['a'];
  const each = (make: () => unknown) => Object.fromEntries(containers.map((one) => [one, make()]));
  return {
    name,
    requests: each(() => (random.chance(0.97) ? { [resource]: random.pick([100, 200, 250, 500]) * unit } : {})),
    usage: random.maybe(0.8, () => each(() => amounts(600))),
    ready: random.chance(0.8),
    phase: random.pick(['Running', 'Running', 'Running', 'Running', 'Running', 'Pending', 'Failed', 'Terminating']),
  };
}

export const autoscaler: Part = {
  name: 'autoscaler',
  what: 'how many replicas a metric of a HorizontalPodAutoscaler asks for',
  upstream: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details',
  make,
  answer({ replicas, tolerance, metric, pods, value }: Input) {
    const observed = { clock: 0, replicas, pods, values: { m: value } };
    return evaluateMetric(metric, observed, { up: tolerance, down: tolerance }).proposal?.replicas ?? null;
  },
  deviations: [],
};
