import type { Json } from '../../core/json.ts';
import { scenarioKinds } from '../../generated/scenarios.ts';
import { gradePredictions } from '../../theory/predictions.ts';
import { fieldOf } from '../../theory/section.ts';
import { checkKind } from '../check.ts';
import type { Given } from '../given.ts';
import { verdictOf } from '../graded.ts';
import type { ScenarioKind } from '../scenario.ts';
import type { Params, Prediction } from './params.ts';
import { type Asked, type Happened, onceHappened } from './recall.ts';

export default checkKind<Params>({
  kind: 'predictions',
  title: { es: 'Las predicciones se cumplen', en: 'The predictions come true' },
  check: ({ section = 'predicciones', questions }, submission) =>
    verdictOf(
      gradePredictions(submission.literal(), section, questions, (question) =>
        happen(question as Prediction, submission),
      ),
    ),
});

/** What the lab answers to a question, the same for every answer. */
export const happen = (asked: Asked, given: Given): Happened =>
  onceHappened(given, asked, () => answered(asked, given));

function answered({ scenario, value }: Asked, given: Given): Happened {
  const kind = scenarioKinds[scenario.kind] as ScenarioKind<unknown>;
  const { hops, outcome } = kind.run(scenario, given);
  const told = value === undefined ? hops : (kind.bearingOn?.(value, hops) ?? hops);
  return { value: valueAt(outcome, value), trace: { hops: told, outcome } };
}

function valueAt(outcome: Json, path?: string): Json {
  let value: Json | undefined = outcome;
  for (const key of path?.split('.') ?? []) {
    value = Array.isArray(value) ? (value as readonly Json[])[Number(key)] : fieldOf(value, key);
  }
  if (value === undefined) throw new Error(`the scenario gives no value at ${path}`);
  return value;
}
