import type { ActionName } from '../../../lab/cluster/components/actions.ts';
import type { Component } from '../../../lab/cluster/components/component.ts';

/** An action attempted while some components of the cluster are down. Outcome: `works`, `missing`. */
export interface Params {
  readonly action: ActionName;
  readonly down: readonly Component[];
}
