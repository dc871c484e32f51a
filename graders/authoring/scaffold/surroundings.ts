import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openExercise } from '../../course/exercises.ts';
import type { Folder } from '../../course/folders.ts';
import { packedSchemas } from './workspace.ts';

/**
 * The lesson of the last exercise is the likeliest; in an empty course there is none yet.
 * @param build folder of the running bundle, where definitions that were read are kept
 */
export function lessonBefore(folders: readonly Folder[], root: string, build?: string): string {
  const last = folders.at(-1);
  return (last && openExercise(root, last, build).exercise?.spec.lesson) ?? 'leccion';
}

/** Where a course has the schemas of editors: beside it, or in the package that it uses. */
export const schemasOf = (root: string): string => (existsSync(join(root, 'schemas')) ? 'schemas' : packedSchemas);
