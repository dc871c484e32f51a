import type { Load } from '../../../lab/cluster/index.ts';

/**
 * A HorizontalPodAutoscaler under a load that its pods share, with a look every 15 s. Outcome: `replicas` at the end,
 * `most` and `fewest` on the way.
 */
export interface Params {
  /** File under `given/` with the HorizontalPodAutoscaler. */
  readonly file: string;
  readonly name?: string;
  /** Replicas in the beginning. */
  readonly replicas: number;
  /** CPU each pod requests, in thousandths of a core. */
  readonly request: number;
  readonly load: readonly [Load, ...Load[]];
  /** Seconds to simulate. */
  readonly until: number;
}
