import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSources } from '../../course/entries.ts';
import type { AuthoredExercise } from '../../course/solutions.ts';
import { ruleAreas } from '../scaffold/rule.ts';
import { mark, todosIn } from '../scaffold/todo.ts';
import type { Problem } from './problem.ts';

/** What the files of an exercise say is left to do. */
export function todoProblems(root: string, { path, solution }: AuthoredExercise): readonly Problem[] {
  return todosUnder(root, [path, solution]);
}

/** What new rules say is left to do, where the course stands beside the engine. */
export function ruleTodos(root: string): readonly Problem[] {
  return todosUnder(
    root,
    ruleAreas.map((area) => `graders/rules/${area}`),
  );
}

function todosUnder(root: string, folders: readonly string[]): readonly Problem[] {
  const files = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readSources(join(root, folder), root));
  return files.flatMap((file) =>
    todosIn(file.text).map(({ line, words }) => ({
      path: file.path,
      line,
      words: `${mark.en}: ${words}`,
      es: `${mark.es}: ${words}`,
      left: true as const,
    })),
  );
}
