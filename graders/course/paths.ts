import { join } from 'node:path';

/** Where a course keeps the exercises. */
export const exercisesIn = (root: string): string => join(root, 'exercises');

/**
 * The path of an exercise, or of one of its files.
 * @param folder name of the exercise's folder: `13-despliegue-canario`
 */
export const inExercise = (root: string, folder: string, ...file: readonly string[]): string =>
  join(root, 'exercises', folder, ...file);

/** The path of what an exercise's author left as its solution, or of one of its files. */
export const inSolution = (root: string, folder: string, ...file: readonly string[]): string =>
  join(root, 'solutions', folder, ...file);
