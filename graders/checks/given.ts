import type { ExerciseBase } from '../core/exercise.ts';
import { memo } from '../core/memo.ts';
import type { Source } from '../core/source.ts';
import type { Submission } from './submission.ts';

/** The exercise and its read-only files: what is the same for every answer. */
export type Given = Pick<Submission, 'exercise' | 'given'>;

const keptFor = memo((_given: readonly Source[]) => memo((_exercise: ExerciseBase) => new Map<string, unknown>()));

/**
 * What follows from an exercise and its read-only files alone, whatever the answer: worked out once for as long as the
 * exercise is open.
 * @param what names it, the same for the same thing
 * @param compute looks at nothing of the answer
 */
export function onceGiven<T>({ given, exercise }: Given, what: string, compute: () => T): T {
  const kept = keptFor(given)(exercise);
  if (!kept.has(what)) kept.set(what, compute());
  return kept.get(what) as T;
}

/**
 * A read-only file of the exercise.
 * @throws when there is none of that name: a mistake of the exercise's author
 */
export function givenFile({ given }: Given, file: string): Source {
  const source = given.find(({ path }) => path === file);
  if (!source) throw new Error(`the exercise has no ${file}`);
  return source;
}
