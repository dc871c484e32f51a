import type { Groups } from './groups.ts';
import type { Sample } from './observed.ts';

/** How far from 1 a ratio may be without anything changing: `1 - down` to `1 + up`. */
export interface Tolerance {
  readonly up: number;
  readonly down: number;
}

/** How the usage of a group of pods compares with the target. */
export interface Usage {
  /** What the controller reports: percent for utilization, thousandths for the rest, per pod for averages; whole. */
  readonly current: number;
  readonly ratio: number;
}

/** What a metric proposes, and on which numbers. */
export interface Proposal extends Usage {
  readonly replicas: number;
  readonly tolerated: boolean;
}

/** How a kind of target measures a group of pods, and what a pod without measurements is worth. */
export interface Measure {
  readonly usageOf: (samples: readonly Sample[]) => Usage;
  /** The usage a pod without measurements is given when the others ask for fewer replicas. */
  readonly assumed: (sample: Sample) => number;
}

/**
 * Percentage of the requests, truncated as the controller does. A pod without measurements counts as using all of its
 * request, or the target where that is more.
 * @param target percent
 */
export function utilization(target: number): Measure {
  return {
    usageOf(samples) {
      const used = samples.reduce((sum, { usage }) => sum + usage, 0);
      const requested = samples.reduce((sum, { request }) => sum + request, 0);
      const current = Math.trunc((used * 100) / requested);
      return { current, ratio: current / target };
    },
    assumed: ({ request }) => Math.trunc((request * Math.max(100, target)) / 100),
  };
}

/** Average per pod. A pod without measurements counts as being on target. */
export function averageValue(target: number): Measure {
  return {
    usageOf(samples) {
      const current = Math.trunc(samples.reduce((sum, { usage }) => sum + usage, 0) / samples.length);
      return { current, ratio: current / target };
    },
    assumed: () => target,
  };
}

/**
 * The replicas one metric proposes. Pods that are not measured pull towards caution: they count as idle when the others
 * ask for more, and as busy when the others ask for fewer; if that turns the decision around, nothing changes.
 * @returns undefined when no pod can be measured
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details
 */
export function propose(
  { measured, unready, missing }: Groups,
  measure: Measure,
  current: number,
  tolerance: Tolerance,
): Proposal | undefined {
  if (measured.length === 0) return undefined;
  const first = measure.usageOf(measured);
  const unreadyCount = first.ratio > 1 ? unready.length : 0;
  if (unreadyCount === 0 && missing.length === 0) {
    return settle(first, current, tolerance, Math.ceil(first.ratio * measured.length));
  }
  const idle = (sample: Sample): Sample => ({ ...sample, usage: 0 });
  const busy = (sample: Sample): Sample => ({ ...sample, usage: measure.assumed(sample) });
  const filled = first.ratio < 1 ? missing.map(busy) : first.ratio > 1 ? missing.map(idle) : [];
  const all = [...measured, ...filled, ...unready.slice(0, unreadyCount).map(idle)];
  const second = measure.usageOf(all);
  const turned = (first.ratio - 1) * (second.ratio - 1) < 0;
  // The controller goes by the second look and reports the first.
  const seen = { current: first.current, ratio: second.ratio };
  if (turned || isWithin(second.ratio, tolerance)) return { ...seen, replicas: current, tolerated: true };
  const replicas = Math.ceil(second.ratio * all.length);
  const against = second.ratio < 1 ? replicas > current : replicas < current;
  return { ...seen, replicas: against ? current : replicas, tolerated: against };
}

/**
 * The replicas a value of the whole (an Object or External metric) proposes.
 * @param pods those that are ready
 */
export function proposeForValue(
  value: number,
  target: number,
  pods: number,
  current: number,
  tolerance: Tolerance,
): Proposal {
  const usage = { current: value, ratio: value / target };
  return settle(usage, current, tolerance, Math.ceil(usage.ratio * pods));
}

/** The replicas a value of the whole proposes where the target is each pod's part of it. */
export function proposeForPart(value: number, perPod: number, current: number, tolerance: Tolerance): Proposal {
  const usage = { current: current > 0 ? Math.ceil(value / current) : value, ratio: value / (perPod * current) };
  return settle(usage, current, tolerance, Math.ceil(value / perPod));
}

function settle(usage: Usage, current: number, tolerance: Tolerance, replicas: number): Proposal {
  const tolerated = isWithin(usage.ratio, tolerance);
  return { ...usage, replicas: tolerated ? current : replicas, tolerated };
}

function isWithin(ratio: number, { up, down }: Tolerance): boolean {
  return ratio >= 1 - down && ratio <= 1 + up;
}
