import type { Bounds } from './bounds.ts';
import { type Fleet, type Rollout, type RolloutStep, stepOf, summary } from './timeline.ts';

/** A rolling update reduced to its numbers. */
export interface RollingUpdate extends Bounds {
  readonly replicas: number;
  /** Old pods, and how many of them are available; all of `replicas` when omitted. */
  readonly old?: { readonly pods: number; readonly available: number };
  /** Seconds from the creation of a new pod until it counts as available; `Infinity` when it never does. */
  readonly readyAfter: number;
  /** Seconds without progress after which the rollout is reported as stuck. */
  readonly progressDeadline?: number;
}

/**
 * Replays the Deployment controller: new pods up to `replicas + surge`, then old ones down as far as `replicas −
 * unavailable` pods stay available, unavailable old ones first; then it waits for the next pod to become available.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#updating-a-deployment
 */
export function rollingUpdate(update: RollingUpdate): Rollout {
  const { replicas, progressDeadline = 600 } = update;
  let fleet: Fleet = { old: update.old ?? { pods: replicas, available: replicas }, young: [] };
  let now = 0;
  const steps: RolloutStep[] = [stepOf(0, 'start', fleet)];
  for (;;) {
    for (let moved = act(update, fleet, now); moved; moved = act(update, fleet, now)) {
      fleet = moved.fleet;
      steps.push(stepOf(now, moved.did, fleet));
    }
    const next = fleet.young.filter((time) => time > now).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    if (next === Number.POSITIVE_INFINITY) break;
    now = next;
    steps.push(stepOf(now, 'available', fleet));
  }
  const done = fleet.old.pods === 0 && fleet.young.every((time) => time <= now);
  if (done) return summary([...steps, stepOf(now, 'complete', fleet)], 'complete');
  return summary([...steps, stepOf(now + Math.max(progressDeadline, 0), 'stuck', fleet)], 'stuck');
}

function act(
  update: RollingUpdate,
  fleet: Fleet,
  now: number,
): { fleet: Fleet; did: 'scale-up' | 'scale-down' } | undefined {
  const up = scaleUp(update, fleet, now);
  if (up) return { fleet: up, did: 'scale-up' };
  const down = scaleDown(update, fleet, now);
  return down && { fleet: down, did: 'scale-down' };
}

function scaleUp(
  { replicas, surge, readyAfter }: RollingUpdate,
  { old, young }: Fleet,
  now: number,
): Fleet | undefined {
  const room = replicas + surge - old.pods - young.length;
  const more = Math.min(room, replicas - young.length);
  if (more <= 0) return undefined;
  return { old, young: [...young, ...Array.from({ length: more }, () => now + readyAfter)] };
}

function scaleDown({ replicas, unavailable }: RollingUpdate, { old, young }: Fleet, now: number): Fleet | undefined {
  const available = young.filter((time) => time <= now).length;
  const least = replicas - unavailable;
  const spare = old.pods + young.length - least - (young.length - available);
  if (old.pods === 0 || spare <= 0) return undefined;
  const broken = Math.min(old.pods - old.available, spare);
  const healthy = Math.min(old.available, Math.max(0, old.available + available - least), spare - broken);
  if (broken + healthy <= 0) return undefined;
  return { old: { pods: old.pods - broken - healthy, available: old.available - healthy }, young };
}

/** `strategy: Recreate`: every old pod goes before the first new one comes. */
export function recreate({
  replicas,
  readyAfter,
  old = { pods: replicas, available: replicas },
}: RollingUpdate): Rollout {
  const gone: Fleet = { old: { pods: 0, available: 0 }, young: [] };
  const born: Fleet = { ...gone, young: Array.from({ length: replicas }, () => readyAfter) };
  const begun = [stepOf(0, 'start', { old, young: [] }), stepOf(0, 'scale-down', gone), stepOf(0, 'scale-up', born)];
  if (readyAfter === Number.POSITIVE_INFINITY) return summary([...begun, stepOf(600, 'stuck', born)], 'stuck');
  return summary([...begun, stepOf(readyAfter, 'available', born), stepOf(readyAfter, 'complete', born)], 'complete');
}
