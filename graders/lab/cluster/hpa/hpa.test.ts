import fc from 'fast-check';
import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { describe, expect, it } from 'vitest';
import { blankMemory, look } from './autoscaler.ts';
import type { ObservedPod } from './observed.ts';
import { simulate } from './simulate.ts';

type Spec = NonNullable<IHorizontalPodAutoscaler['spec']>;
type Metrics = NonNullable<Spec['metrics']>;

const cpu = (averageUtilization: number): Metrics => [
  { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } } },
];

function hpa(spec: Partial<Spec> = {}): IHorizontalPodAutoscaler {
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    spec: { scaleTargetRef, minReplicas: 1, maxReplicas: 10, metrics: cpu(50), ...spec },
  };
}

type Used = number | '?' | '!' | '?!';

/** Pods that request 100 thousandths of a core and use the given amounts; `?` has no measurement and `!` is not ready. */
function pods(...usages: readonly Used[]): ObservedPod[] {
  return usages.map((used, index) => ({
    name: `p${index}`,
    requests: { web: { cpu: 100 } },
    ready: used !== '!' && used !== '?!',
    ...(used !== '?' && used !== '?!' && { usage: { web: { cpu: used === '!' ? 90 : used } } }),
  }));
}

/** The replicas decided on one look, with nothing remembered. */
function decide(observed: ObservedPod[], spec: Partial<Spec> = {}, replicas = observed.length): number {
  return look(hpa(spec), { clock: 0, replicas, pods: observed }, blankMemory).replicas;
}

// https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details
describe('utilization', () => {
  it.each<[string, Used[], number]>([
    ['doubles when twice the target is used', [100, 100], 4],
    ['rounds up', [60, 60, 60], 4],
    ['holds within 10 % above', [55, 55], 2],
    ['holds within 10 % below', [45, 45], 2],
    ['acts just beyond the tolerance', [56, 56], 3],
    ['truncates the percentage before comparing', [55, 56], 2],
    ['halves when half the target is used', [25, 25, 25, 25], 2],
    ['counts a pod without measurements as idle on the way up', [100, 100, '?'], 4],
    ['and as using all it asked for on the way down', [20, 20, '?'], 3],
    ['ready or not', [20, 20, '?!'], 3],
    ['counts an unready pod as idle on the way up', [100, 100, '!'], 4],
    ['and leaves it out on the way down', [10, 10, '!'], 1],
    ['holds when the cautious count turns the decision around', [60, '?'], 2],
    ['holds when no pod can be measured', ['?', '?'], 2],
  ])('%s', (_, usages, replicas) => {
    expect(decide(pods(...usages))).toBe(replicas);
  });

  it('needs requests on every container, sidecars included', () => {
    const lacking = [
      {
        name: 'p',
        requests: { web: { cpu: 100 }, proxy: {} },
        ready: true,
        usage: { web: { cpu: 100 }, proxy: { cpu: 50 } },
      },
    ];
    const { replicas, blind, hops } = look(hpa(), { clock: 0, replicas: 1, pods: lacking }, blankMemory);
    expect({ replicas, blind, said: hops.map(({ message, data }) => [message, data.container]) }).toEqual({
      replicas: 1,
      blind: true,
      said: [['hpa/noRequest', 'proxy']],
    });
  });

  it('of one container looks at that container alone', () => {
    const both = [
      {
        name: 'p',
        requests: { web: { cpu: 100 }, proxy: {} },
        ready: true,
        usage: { web: { cpu: 100 }, proxy: { cpu: 50 } },
      },
    ];
    const metrics: Metrics = [
      {
        type: 'ContainerResource',
        containerResource: { name: 'cpu', container: 'web', target: { type: 'Utilization', averageUtilization: 50 } },
      },
    ];
    expect(decide(both, { metrics })).toBe(2);
  });
});

describe('other targets', () => {
  it('an average value compares usage per pod', () => {
    const metrics: Metrics = [
      { type: 'Resource', resource: { name: 'cpu', target: { type: 'AverageValue', averageValue: '50m' } } },
    ];
    expect(decide(pods(90, 110), { metrics })).toBe(4);
  });

  it('an external average value divides the whole among the pods', () => {
    const metrics: Metrics = [
      {
        type: 'External',
        external: { metric: { name: 'cola' }, target: { type: 'AverageValue', averageValue: '30' } },
      },
    ];
    const observed = { clock: 0, replicas: 2, pods: pods(1, 1), values: { cola: 150_000 } };
    expect(look(hpa({ metrics }), observed, blankMemory).replicas).toBe(5);
  });

  it('an external value counts the ready pods, measured or not', () => {
    const metrics: Metrics = [
      { type: 'External', external: { metric: { name: 'cola' }, target: { type: 'Value', value: '100' } } },
    ];
    const observed = { clock: 0, replicas: 3, pods: pods(1, '?', '!'), values: { cola: 200_000 } };
    expect(look(hpa({ metrics }), observed, blankMemory).replicas).toBe(4);
  });

  it('of several metrics the largest proposal counts, and a failing one forbids scaling down', () => {
    const both: Metrics = [
      ...cpu(50),
      {
        type: 'External',
        external: { metric: { name: 'cola' }, target: { type: 'AverageValue', averageValue: '30' } },
      },
    ];
    expect(decide(pods(100, 100), { metrics: both })).toBe(4);
    expect(decide(pods(10, 10), { metrics: both })).toBe(2);
  });

  it('without metrics the default is 80 % of the CPU', () => {
    expect(decide(pods(120, 120), { metrics: null as never })).toBe(3);
  });
});

describe('limits', () => {
  it('of the range come last', () => {
    expect(decide(pods(100, 100, 100, 100, 100, 100), { maxReplicas: 8 })).toBe(8);
    expect(decide(pods(1, 1, 1), { minReplicas: 2, behavior: { scaleDown: { stabilizationWindowSeconds: 0 } } })).toBe(
      2,
    );
    expect(decide(pods(50), { minReplicas: 3 })).toBe(3);
  });

  it('upwards are the larger of 4 pods and 100 % per look', () => {
    expect(decide(pods(1000), { maxReplicas: 100 })).toBe(5);
    expect(decide(pods(...Array<number>(10).fill(400)), { maxReplicas: 100 })).toBe(20);
  });

  it('a disabled direction holds', () => {
    expect(decide(pods(10, 10, 10), { behavior: { scaleDown: { selectPolicy: 'Disabled' } } })).toBe(3);
    expect(decide(pods(100, 100), { behavior: { scaleUp: { selectPolicy: 'Disabled' } } })).toBe(2);
  });

  it('zero replicas switch the autoscaler off', () => {
    expect(decide([], {}, 0)).toBe(0);
  });
});

describe('in a closed loop', () => {
  const requests = { web: { cpu: 100 } };
  const replicasAt = (spec: Partial<Spec>, clock: number) => {
    const load = [
      { from: 0, cpu: 50 },
      { from: 60, cpu: 300 },
      { from: 300, cpu: 50 },
    ];
    const { moments } = simulate(hpa(spec), { replicas: 1, requests, load, until: 900 });
    return moments.find((moment) => moment.clock === clock)?.replicas;
  };

  it('follows the load up at once and down after five minutes', () => {
    expect([45, 60, 120, 315, 570, 585, 900].map((clock) => replicasAt({}, clock))).toEqual([1, 5, 6, 6, 6, 1, 1]);
  });

  it('counts the replicas it finds as recommended', () => {
    const startedAt = (replicas: number, cpu: number, window: 'scaleUp' | 'scaleDown', clock: number) => {
      const spec = { behavior: { [window]: { stabilizationWindowSeconds: 60 } } };
      const { moments } = simulate(hpa(spec), { replicas, requests, load: [{ from: 0, cpu }], until: 90 });
      return moments.find((moment) => moment.clock === clock)?.replicas;
    };
    expect([0, 45, 60].map((clock) => startedAt(5, 50, 'scaleDown', clock))).toEqual([5, 5, 1]);
    expect([0, 45, 60].map((clock) => startedAt(1, 100, 'scaleUp', clock))).toEqual([1, 1, 2]);
  });

  it('a window of zero follows it down at once', () => {
    expect(replicasAt({ behavior: { scaleDown: { stabilizationWindowSeconds: 0 } } }, 300)).toBe(1);
  });

  it('a policy of one pod a minute comes down step by step', () => {
    const behavior = {
      scaleDown: { stabilizationWindowSeconds: 0, policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }] },
    };
    expect([300, 345, 360, 420].map((clock) => replicasAt({ behavior }, clock))).toEqual([5, 5, 4, 3]);
  });

  it('never leaves its range, whatever the load', () => {
    const loads = fc.array(fc.record({ from: fc.nat(1200), cpu: fc.nat(5000) }), { maxLength: 8 });
    const specs = fc.record({
      min: fc.integer({ min: 1, max: 5 }),
      extra: fc.nat(10),
      target: fc.integer({ min: 1, max: 200 }),
      window: fc.nat(600),
    });
    fc.assert(
      fc.property(loads, specs, (load, { min, extra, target, window }) => {
        const max = min + extra;
        const spec = {
          minReplicas: min,
          maxReplicas: max,
          metrics: cpu(target),
          behavior: { scaleDown: { stabilizationWindowSeconds: window } },
        };
        const sorted = [...load].sort((a, b) => a.from - b.from);
        const { moments } = simulate(hpa(spec), { replicas: min, requests, load: sorted, until: 1200 });
        return moments.every(({ replicas }) => replicas >= min && replicas <= max);
      }),
    );
  });
});

it('a metric of a container that no pod has gives no value', () => {
  const target = { type: 'Utilization', averageUtilization: 50 };
  const metrics: Metrics = [
    { type: 'ContainerResource', containerResource: { name: 'cpu', container: 'app', target } },
  ];
  const decision = look(hpa({ metrics }), { clock: 0, replicas: 2, pods: pods(100, 100) }, blankMemory);
  expect(decision).toMatchObject({ replicas: 2, blind: true, hops: [{ message: 'hpa/noContainer' }] });
});

// https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/podautoscaler/replica_calculator.go
describe('what is told of a metric is what the status of the autoscaler shows', () => {
  const external = (target: object): Metrics => [
    { type: 'External', external: { metric: { name: 'cola' }, target } } as never,
  ];
  const told = (metrics: Metrics, replicas: number, observed: object) =>
    look(
      hpa({ metrics, maxReplicas: 20 }),
      { clock: 0, replicas, pods: pods(100, 100, 100), ...observed } as never,
      blankMemory,
    ).hops[0];

  it.each([
    [
      'the part of each pod, rounded up',
      external({ type: 'AverageValue', averageValue: '30' }),
      150_000,
      'average',
      '50',
      '30',
    ],
    [
      'the part of each pod, in thousandths',
      external({ type: 'AverageValue', averageValue: '30' }),
      100_000,
      'average',
      '33334m',
      '30',
    ],
    ['the whole of a value', external({ type: 'Value', value: '2k' }), 9_000_000, 'value', '9k', '2k'],
    [
      'the whole of a value within the tolerance',
      external({ type: 'Value', value: '10' }),
      10_500,
      'tolerated',
      '10500m',
      '10',
    ],
  ])('%s', (_, metrics, value, message, current, target) => {
    expect(told(metrics, 3, { values: { cola: value } })).toMatchObject({
      message: `hpa/${message}`,
      data: { current, target },
    });
  });
});
