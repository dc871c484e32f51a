import type { ScenarioSpec } from '../../generated/scenario-specs.ts';
import type { Question } from '../../theory/predictions.ts';

/** A question and what the lab is asked to do to answer it. */
export interface Prediction extends Question {
  readonly scenario: ScenarioSpec;
  /** Path into the outcome of the scenario, with dots: `replicas`, `pods.0.phase`. The whole outcome when omitted. */
  readonly value?: string;
}

/** Predictions that the lab then makes come true or not. */
export interface Params {
  /** Key of the section in the answer; `predicciones` when omitted. */
  readonly section?: string;
  readonly questions: readonly [Prediction, ...Prediction[]];
}
