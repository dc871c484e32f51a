import type { DaemonStep } from '../../../lab/hadoop/index.ts';

/**
 * Daemons of Hadoop in containers, step after step. Outcome: `done`, whether the last step could be taken; `registered`, the number of
 * DataNodes that serve the file system in the end; and `told`, the key of the last sentence.
 */
export interface Params {
  readonly steps: readonly [DaemonStep, ...DaemonStep[]];
}
