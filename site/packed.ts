import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { WrittenExercise } from '../graders/course/written.ts';
import type { Kit } from './kit.ts';
import { specName } from './scripts.ts';

/** One page script with every language and one grader with every kind of check: they serve any exercise. */
export const packedPage = 'ejercicio';
export const packedGrader = 'corregir';

/**
 * What a site is made with where Timonel is installed as a package: all is built already, as nothing there can build.
 * @param folder where `pack.ts` left it
 */
export function packedKit(folder: string): Kit {
  const scriptsOf = (written: WrittenExercise) => ({
    page: packedPage,
    grader: packedGrader,
    spec: specName(written),
  });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(folder, file).replaceAll('\\', '/'), readFileSync(file)] as const);
  return { scriptsOf, files: async () => files };
}
