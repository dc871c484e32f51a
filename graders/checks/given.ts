import type { ExerciseBase } from '../core/exercise.ts';
import type { Source } from '../core/source.ts';
import type { Submission } from './submission.ts';

type Kept = Map<string, unknown>;

const kept = new WeakMap<readonly Source[], WeakMap<ExerciseBase, Kept>>();

/**
 * What follows from an exercise and its read-only files alone, whatever the answer: worked out once for as long as the
 * exercise is open.
 * @param what names it, the same for the same thing
 * @param compute looks at nothing of the answer
 */
export function onceGiven<T>({ given, exercise }: Submission, what: string, compute: () => T): T {
  const byExercise = kept.get(given) ?? new WeakMap<ExerciseBase, Kept>();
  const things = byExercise.get(exercise) ?? new Map<string, unknown>();
  kept.set(given, byExercise);
  byExercise.set(exercise, things);
  if (!things.has(what)) things.set(what, compute());
  return things.get(what) as T;
}
