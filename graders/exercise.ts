import type { ExerciseSpec } from './checks/kinds.ts';
import type { Source } from './core/source.ts';

/** An exercise as the grader needs it; shells read the files. */
export interface Exercise {
  readonly spec: ExerciseSpec;
  readonly folder: string;
  /** The pristine answers: an answer equal to its starter is pending. */
  readonly starter: readonly Source[];
  /** The read-only files of `given/`, with paths relative to the exercise folder. */
  readonly given: readonly Source[];
  /** The pristine answers of the exercise that this one continues, in the order of `spec.continues.files`. */
  readonly earlier?: readonly Source[];
}
