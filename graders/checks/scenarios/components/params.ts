import type { ActionName, Component } from '../../../lab/cluster/index.ts';

/** An action attempted while some components of the cluster are down. Outcome: `works`, `missing`. */
export interface Params {
  readonly action: ActionName;
  readonly down: readonly Component[];
}
