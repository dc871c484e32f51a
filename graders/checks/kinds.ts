import type { CheckBase, ExerciseBase } from '../core/exercise.ts';
import type { CheckSpec } from '../generated/specs.ts';

/** `exercise.yaml` whole: `schemas/exercise.schema.json` is generated from this type. */
export interface ExerciseSpec extends ExerciseBase {
  readonly checks: readonly [CheckSpec, ...CheckSpec[]];
}

export type { CheckBase, CheckSpec };
