import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inSolution } from '../../graders/course/paths.ts';
import type { WrittenExercise } from '../../graders/course/written.ts';
import type { Source } from '../../graders/index.ts';

/** An answer to grade in the page and in Node. */
export interface Attempt {
  readonly name: string;
  readonly answers: readonly Source[];
}

/** The reference, the first accepted and the first rejected answer of an exercise. */
export function attemptsOf(root: string, { exercise: { spec, folder } }: WrittenExercise): readonly Attempt[] {
  const solution = inSolution(root, folder);
  return ['.', ...firstOf(solution, 'accepted'), ...firstOf(solution, 'rejected')].flatMap((name) => {
    const files = spec.answers.map(({ file }) => ({ path: file, at: join(solution, name, file) }));
    if (!files.every(({ at }) => existsSync(at))) return [];
    const answers = files.map(({ path, at }) => ({ path, text: readFileSync(at, 'utf8').replace(/\r\n?/g, '\n') }));
    return { name: name === '.' ? 'reference' : name, answers };
  });
}

function firstOf(solution: string, kind: string): string[] {
  const folder = join(solution, kind);
  const [first] = existsSync(folder) ? readdirSync(folder).sort() : [];
  return first === undefined ? [] : [`${kind}/${first}`];
}
