import { existsSync, readFileSync } from 'node:fs';
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

/** What a course is besides its exercises: its parts, and which course it is. */
export const courseFile = (root: string): string => join(root, 'exercises', 'course.yaml');

/**
 * Where the solutions and lessons of a course are: with its exercises, or, in the workspace of a student, who has the
 * exercises alone, with Timonel, whose course it is then.
 * @param home absolute path of Timonel
 */
export function materialOf(root: string, home: string): string {
  const hasOwn = ['solutions', 'site/lecciones'].some((folder) => existsSync(join(root, folder)));
  return hasOwn || root === home || !isSameFile(courseFile(root), courseFile(home)) ? root : home;
}

function isSameFile(one: string, other: string): boolean {
  try {
    return readFileSync(one).equals(readFileSync(other));
  } catch {
    return false;
  }
}
