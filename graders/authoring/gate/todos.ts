import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSources } from '../../course/entries.ts';
import type { AuthoredExercise } from '../../course/solutions.ts';
import { mark, todosIn } from '../scaffold/todo.ts';
import type { Problem } from './problem.ts';

/** What the files of an exercise say is left to do. */
export function todoProblems(root: string, { path, solution }: AuthoredExercise): readonly Problem[] {
  const files = [path, solution]
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readSources(join(root, folder), root));
  return files.flatMap((file) =>
    todosIn(file.text).map(({ line, words }) => ({
      path: file.path,
      line,
      words: `${mark.en}: ${words}`,
      es: `${mark.es}: ${words}`,
    })),
  );
}
