import type { Source } from '../core/source.ts';
import type { Exercise } from '../exercise.ts';
import { entriesOf, readIfThere } from './entries.ts';
import { inExercise, inSolution } from './paths.ts';

/** An exercise with its prose. */
export interface WrittenExercise {
  readonly exercise: Exercise;
  readonly statement: string;
  /** Shown after passing; empty while nobody has written it. */
  readonly explanation: string;
  readonly reference: readonly Source[];
  /** Files beside the answer that help to write it and are not graded: the types of `respuesta.ts`. */
  readonly aids: readonly Source[];
}

/**
 * Reads what stands beside an exercise and its solution for people.
 * @param material where the solution is; see `materialOf`
 */
export function readWritten(root: string, exercise: Exercise, material: string = root): WrittenExercise {
  const { folder } = exercise;
  const reference = exercise.spec.answers.map(({ file }) => ({
    path: file,
    text: readIfThere(inSolution(material, folder, file)),
  }));
  return {
    exercise,
    statement: readIfThere(inExercise(root, folder, 'enunciado.md')),
    explanation: readIfThere(inSolution(material, folder, 'explicacion.md')),
    reference: reference.filter(({ text }) => text !== ''),
    aids: entriesOf(inExercise(root, folder))
      .filter((file) => file.endsWith('.types.ts'))
      .map((path) => ({ path, text: readIfThere(inExercise(root, folder, path)) })),
  };
}
