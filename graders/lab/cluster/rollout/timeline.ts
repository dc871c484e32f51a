/** What a controller does, or what happens to its pods. */
export type Move = 'start' | 'scale-up' | 'scale-down' | 'available' | 'stuck' | 'complete';

/** The pods of a workload at one instant of a rollout. */
export interface RolloutStep {
  /** Seconds since the new template was applied. */
  readonly at: number;
  readonly did: Move;
  /** Pods of the old and of the new template, available or not. */
  readonly oldPods: number;
  readonly newPods: number;
  readonly oldAvailable: number;
  readonly newAvailable: number;
  readonly total: number;
  readonly available: number;
}

/** A rollout from the old template to the new one. */
export interface Rollout {
  readonly steps: readonly RolloutStep[];
  readonly outcome: 'complete' | 'stuck';
  /** Seconds until nothing changes any more. */
  readonly seconds: number;
  /** Fewest pods available, and most pods existing, at any step. */
  readonly minAvailable: number;
  readonly maxTotal: number;
}

/** The pods between two steps. New ones become available at a known time, or never. */
export interface Fleet {
  readonly old: { readonly pods: number; readonly available: number };
  /** When each new pod becomes available, in seconds; `Infinity` for one that never does. */
  readonly young: readonly number[];
}

export function stepOf(at: number, did: Move, { old, young }: Fleet): RolloutStep {
  const newAvailable = young.filter((time) => time <= at).length;
  return {
    at,
    did,
    oldPods: old.pods,
    newPods: young.length,
    oldAvailable: old.available,
    newAvailable,
    total: old.pods + young.length,
    available: old.available + newAvailable,
  };
}

export function summary(steps: readonly RolloutStep[], outcome: Rollout['outcome']): Rollout {
  return {
    steps,
    outcome,
    seconds: steps.at(-1)?.at ?? 0,
    minAvailable: Math.min(...steps.map(({ available }) => available)),
    maxTotal: Math.max(...steps.map(({ total }) => total)),
  };
}
