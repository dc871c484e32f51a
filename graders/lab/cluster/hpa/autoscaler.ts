import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import type { IMetricSpec } from 'kubernetes-models/autoscaling/v2/MetricSpec';
import { type Hop, hop } from '../../../core/trace.ts';
import { behaviorOf, lowerLimit, type ScaleEvent, upperLimit } from './behavior.ts';
import { hops } from './hops.ts';
import { evaluateMetric } from './metrics.ts';
import type { Observation } from './observed.ts';

/** What an autoscaler remembers between looks. */
export interface Memory {
  /** What the metrics proposed, before any limit. */
  readonly recommendations: readonly { readonly clock: number; readonly replicas: number }[];
  readonly events: readonly ScaleEvent[];
}

export const blankMemory: Memory = { recommendations: [], events: [] };

/** What the controller remembers of an autoscaler it meets: the replicas there are, as if they had been recommended. */
export function firstMemory(clock: number, replicas: number): Memory {
  return { ...blankMemory, recommendations: [{ clock, replicas }] };
}

export interface Decision {
  readonly replicas: number;
  readonly memory: Memory;
  readonly hops: readonly Hop[];
  /** True when no metric could be computed: `ScalingActive` is false. */
  readonly blind: boolean;
}

/**
 * One look of the HorizontalPodAutoscaler controller, as `autoscaling/v2` defines it: each metric proposes replicas and
 * the largest proposal counts; then the stabilization window, the policies and the range limit it, in that order. When a
 * metric fails, the others may scale up and never down.
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
 */
export function look(hpa: IHorizontalPodAutoscaler, observed: Observation, memory: Memory): Decision {
  const { spec } = hpa;
  const min = spec?.minReplicas ?? 1;
  const max = spec?.maxReplicas ?? min;
  const { clock, replicas: current } = observed;
  if (current === 0 && min !== 0) return still(current, memory, hop(hops, 'range', 'disabled', {}));
  if (current > max || current < min) {
    const inRange = current > max ? max : min;
    return scaled(observed, inRange, memory, [hop(hops, 'range', 'limitedByRange', { proposed: current, n: inRange })]);
  }
  const results = metricsOf(spec?.metrics).map((metric) =>
    evaluateMetric(metric, observed, behaviorOf(spec?.behavior).tolerance),
  );
  const said = results.map((result) => result.hop);
  const proposals = results.flatMap(({ proposal }) => (proposal ? [proposal.replicas] : []));
  const proposed = Math.max(...proposals);
  const failed = proposals.length < results.length;
  if (proposals.length === 0) return { replicas: current, memory, hops: said, blind: true };
  if (failed && proposed < current) return { replicas: current, memory, hops: said, blind: false };
  return limit({ hpa, observed, memory, min, max, proposed, said, clock });
}

/** Without metrics the API server fills in 80 % of the requested CPU. */
function metricsOf(metrics: readonly IMetricSpec[] | null | undefined): readonly IMetricSpec[] {
  if (metrics && metrics.length > 0) return metrics;
  return [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } }];
}

interface Limiting {
  readonly hpa: IHorizontalPodAutoscaler;
  readonly observed: Observation;
  readonly memory: Memory;
  readonly min: number;
  readonly max: number;
  readonly proposed: number;
  readonly said: readonly Hop[];
  readonly clock: number;
}

function limit({ hpa, observed, memory, min, max, proposed, said, clock }: Limiting): Decision {
  const { up, down } = behaviorOf(hpa.spec?.behavior);
  const current = observed.replicas;
  const since = (window: number) => [
    proposed,
    ...memory.recommendations.filter((one) => one.clock > clock - window).map(({ replicas }) => replicas),
  ];
  const stable = stabilize(current, since(up.windowSeconds), since(down.windowSeconds));
  const allowed = Math.min(
    Math.max(stable, lowerLimit(down, current, memory.events, clock)),
    upperLimit(up, current, memory.events, clock),
  );
  const desired = Math.min(Math.max(allowed, min), max);
  const limits = [
    ...(stable === proposed ? [] : [hop(hops, 'stabilization', 'stabilized', { n: stable, proposed })]),
    ...(allowed === stable ? [] : [hop(hops, 'policy', 'limitedByPolicy', { n: allowed, proposed: stable })]),
    ...(desired === allowed ? [] : [hop(hops, 'range', 'limitedByRange', { n: desired, proposed: allowed })]),
  ];
  const longest = Math.max(up.windowSeconds, down.windowSeconds);
  const kept = memory.recommendations.filter((recommendation) => recommendation.clock > clock - longest);
  const recommendations = [...kept, { clock, replicas: proposed }];
  return scaled(observed, desired, { ...memory, recommendations }, [...said, ...limits]);
}

/** Upwards the lowest recommendation of the window counts; downwards, the highest. */
function stabilize(current: number, upwards: readonly number[], downwards: readonly number[]): number {
  return Math.min(Math.max(current, Math.min(...upwards)), Math.max(...downwards));
}

function still(replicas: number, memory: Memory, said: Hop): Decision {
  return { replicas, memory, hops: [said], blind: false };
}

function scaled({ clock, replicas: from }: Observation, to: number, memory: Memory, said: readonly Hop[]): Decision {
  if (to === from) {
    return {
      replicas: to,
      memory,
      hops: [...said, hop(hops, 'scale', 'held', { seconds: clock, n: to })],
      blind: false,
    };
  }
  const events = [...memory.events.filter((event) => event.clock > clock - 1800), { clock, change: to - from }];
  const done = hop(hops, 'scale', 'scaled', { seconds: clock, from, n: to });
  return { replicas: to, memory: { ...memory, events }, hops: [...said, done], blind: false };
}
