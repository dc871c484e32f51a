import type { Json } from '../../core/json.ts';
import type { ScenarioSpec } from '../../generated/scenario-specs.ts';
import type { Statement } from '../../theory/judgements.ts';

/** What the lab does to show that a statement is true or false. */
export interface Proof {
  readonly scenario: ScenarioSpec;
  /** Path into the outcome of the scenario, with dots; the whole outcome when omitted. */
  readonly value?: string;
  /** What comes out there. The author gate runs the scenario and compares, so that a proof cannot go stale. */
  readonly shows: Json;
}

/** A statement, with the run of the lab that stands beside a wrong judgement where the lab can show it. */
export interface ProvenStatement extends Statement {
  readonly proof?: Proof;
}

/** Statements to judge true or false, with +1, −1 and 0 for right, wrong and `no-se`. */
export interface Params {
  /** Key of the section in the answer; `juicios` when omitted. */
  readonly section?: string;
  readonly statements: readonly [ProvenStatement, ...ProvenStatement[]];
}
