import type { Json } from '../core/json.ts';
import type { Hop, Trace } from '../core/trace.ts';
import type { Given } from './given.ts';

/**
 * Something the lab can be asked to do, so that a prediction is compared with what happens and never with a stored key.
 * The default export of every `checks/scenarios/<kind>/scenario.ts`, beside the `params.ts` that declares its parameters.
 */
export interface ScenarioKind<Params = unknown> {
  readonly kind: string;
  /** Runs the scenario in the exercise's world; it cannot see the answer. The outcome is what predictions may ask for, by path. */
  run(params: Params, given: Given): Trace<Json>;
  /** The hops that bear on one part of the outcome, by its path; all of them when omitted. */
  bearingOn?(path: string, hops: readonly Hop[]): readonly Hop[];
}

export function scenarioKind<Params>(kind: ScenarioKind<Params>): ScenarioKind<Params> {
  return kind;
}
