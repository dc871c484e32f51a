import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import type { Hop } from '../../../core/trace.ts';
import { firstMemory, look } from './autoscaler.ts';
import type { ObservedPod } from './observed.ts';

/** A load that all the pods of a target share evenly. */
export interface Load {
  /** Seconds from which it holds. */
  readonly from: number;
  /** Thousandths of a core, in total. */
  readonly cpu: number;
}

export interface Simulation {
  readonly replicas: number;
  /** Requests of each container of a pod, in thousandths; the first container carries the load. */
  readonly requests: ObservedPod['requests'];
  readonly load: readonly Load[];
  /** Seconds to simulate. */
  readonly until: number;
  /** Seconds from the creation of a pod until it is ready; 20 when omitted. */
  readonly startup?: number;
}

/** What an observer sees at one look of the controller. */
export interface Moment {
  readonly clock: number;
  /** Replicas after the decision. */
  readonly replicas: number;
  readonly ready: number;
  /** Usage of each ready pod before the decision, in thousandths of a core. */
  readonly perPod: number;
  /** No metric could be computed. */
  readonly blind: boolean;
  /** What led to the decision. */
  readonly hops: readonly Hop[];
}

/** Seconds between two looks: `--horizontal-pod-autoscaler-sync-period`. */
const period = 15;

interface Started {
  readonly name: string;
  readonly readyAt: number;
}

/** Runs an autoscaler in a closed loop with its target: more pods share the same load. */
export function simulate(
  hpa: IHorizontalPodAutoscaler,
  { replicas, requests, load, until, startup = 20 }: Simulation,
): { readonly moments: readonly Moment[]; readonly hops: readonly Hop[] } {
  const moments: Moment[] = [];
  let pods: readonly Started[] = resize([], replicas, -startup, startup);
  let memory = firstMemory(0, replicas);
  for (let clock = 0; clock <= until; clock += period) {
    const ready = pods.filter(({ readyAt }) => readyAt <= clock);
    const perPod = loadAt(load, clock) / Math.max(1, ready.length);
    const observed = pods.map((pod) => observe(pod, requests, perPod, clock));
    const decision = look(hpa, { clock, replicas: pods.length, pods: observed }, memory);
    memory = decision.memory;
    pods = resize(pods, decision.replicas, clock, startup);
    const { blind, hops } = decision;
    moments.push({ clock, replicas: pods.length, ready: ready.length, perPod, blind, hops });
  }
  return { moments, hops: moments.flatMap((moment) => moment.hops) };
}

function loadAt(load: readonly Load[], clock: number): number {
  return load.filter(({ from }) => from <= clock).at(-1)?.cpu ?? 0;
}

function observe(
  { name, readyAt }: Started,
  requests: ObservedPod['requests'],
  perPod: number,
  clock: number,
): ObservedPod {
  const ready = readyAt <= clock;
  const [loaded] = Object.keys(requests);
  const usage = Object.fromEntries(
    Object.keys(requests).map((container) => [container, { cpu: container === loaded && ready ? perPod : 0 }]),
  );
  return { name, requests, ready, usage };
}

/** The newest pods go first, as the ReplicaSet controller prefers. */
function resize(pods: readonly Started[], replicas: number, clock: number, startup: number): readonly Started[] {
  if (replicas <= pods.length) return pods.slice(0, replicas);
  const born = Array.from({ length: replicas - pods.length }, (_, index) => ({
    name: `pod-${pods.length + index}`,
    readyAt: clock + startup,
  }));
  return [...pods, ...born];
}
