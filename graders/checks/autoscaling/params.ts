import type { Text } from '../../core/text.ts';
import type { Load } from '../../lab/cluster/index.ts';

/** The answer's autoscaler under a load curve, in a closed loop with the workload it scales. */
export interface Params {
  /** Deployment of the world that must be scaled. */
  readonly target: string;
  /** Its namespace; `default` when omitted. */
  readonly namespace?: string;
  readonly load: readonly [Load, ...Load[]];
  /** Seconds to simulate. */
  readonly until: number;
  /** Seconds from the creation of a pod until it is ready; 20 when omitted. */
  readonly startup?: number;
  readonly expect: readonly [Expectation, ...Expectation[]];
}

/** What must hold at every look of a stretch of time. Omitted expectations are not compared. */
export interface Expectation {
  /** Seconds, both included. */
  readonly from: number;
  readonly to: number;
  /** What it means for the people who use the application. */
  readonly because: Text;
  readonly replicas?: Limits;
  /** CPU each ready pod uses, in percent of what it requests. */
  readonly utilization?: Limits;
}

export interface Limits {
  readonly min?: number;
  readonly max?: number;
}
