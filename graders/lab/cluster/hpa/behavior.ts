import type { IHorizontalPodAutoscalerBehavior } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscalerBehavior';
import { milliValue } from '../../../model/workloads/quantities.ts';
import type { Tolerance } from './replicas.ts';

export interface ScalingPolicy {
  readonly type: 'Pods' | 'Percent';
  readonly value: number;
  readonly periodSeconds: number;
}

/** How fast one direction may go. */
export interface ScalingRules {
  readonly select: 'Max' | 'Min' | 'Disabled';
  readonly windowSeconds: number;
  readonly policies: readonly ScalingPolicy[];
}

export interface Behavior {
  readonly up: ScalingRules;
  readonly down: ScalingRules;
  readonly tolerance: Tolerance;
}

/**
 * The behavior of an autoscaler with the defaults filled in: upwards the larger of 100 % and 4 pods each 15 s with no
 * window; downwards 100 % each 15 s with a window of 300 s; a tolerance of 10 % both ways.
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#default-behavior
 */
export function behaviorOf(spec: IHorizontalPodAutoscalerBehavior | null | undefined): Behavior {
  const { scaleUp, scaleDown } = spec ?? {};
  return {
    up: rulesOf(scaleUp, { select: 'Max', windowSeconds: 0, policies: [fourPods, doubled] }),
    down: rulesOf(scaleDown, { select: 'Max', windowSeconds: 300, policies: [doubled] }),
    tolerance: { up: toleranceOf(scaleUp), down: toleranceOf(scaleDown) },
  };
}

const fourPods: ScalingPolicy = { type: 'Pods', value: 4, periodSeconds: 15 };
const doubled: ScalingPolicy = { type: 'Percent', value: 100, periodSeconds: 15 };

type Written = NonNullable<IHorizontalPodAutoscalerBehavior['scaleUp']>;

function rulesOf(written: Written | undefined, defaults: ScalingRules): ScalingRules {
  return {
    select: (written?.selectPolicy as ScalingRules['select'] | undefined) ?? defaults.select,
    windowSeconds: written?.stabilizationWindowSeconds ?? defaults.windowSeconds,
    policies: (written?.policies as readonly ScalingPolicy[] | undefined) ?? defaults.policies,
  };
}

function toleranceOf(written: Written | undefined): number {
  const { tolerance } = (written ?? {}) as { tolerance?: unknown };
  return (milliValue(tolerance) ?? 100) / 1000;
}

/** A change of replicas that was carried out. */
export interface ScaleEvent {
  readonly clock: number;
  /** Pods added, or taken away when negative. */
  readonly change: number;
}

/** The most replicas the policies allow now, whatever the metrics propose. */
export function upperLimit(rules: ScalingRules, current: number, events: readonly ScaleEvent[], clock: number): number {
  const limits = limitsOf(rules, current, events, clock, (from, { type, value }) =>
    type === 'Pods' ? from + value : Math.ceil(from * (1 + value / 100)),
  );
  return Math.max(current, rules.select === 'Min' ? Math.min(...limits) : Math.max(...limits));
}

/** The fewest replicas the policies allow now. */
export function lowerLimit(rules: ScalingRules, current: number, events: readonly ScaleEvent[], clock: number): number {
  const limits = limitsOf(rules, current, events, clock, (from, { type, value }) =>
    type === 'Pods' ? from - value : Math.trunc(from * (1 - value / 100)),
  );
  return Math.min(current, rules.select === 'Min' ? Math.max(...limits) : Math.min(...limits));
}

/** Where each policy ends, counted from the replicas there were at the start of its period. */
function limitsOf(
  { select, policies }: ScalingRules,
  current: number,
  events: readonly ScaleEvent[],
  clock: number,
  end: (from: number, policy: ScalingPolicy) => number,
): readonly number[] {
  if (select === 'Disabled') return [current];
  return policies.map((policy) => end(current - changeSince(events, clock - policy.periodSeconds), policy));
}

function changeSince(events: readonly ScaleEvent[], after: number): number {
  return events.filter(({ clock }) => clock > after).reduce((sum, { change }) => sum + change, 0);
}
