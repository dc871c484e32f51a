import { entriesOf } from '../../course/entries.ts';
import { openExercise } from '../../course/exercises.ts';
import { type Folder, listFolders } from '../../course/folders.ts';
import { type AuthoredExercise, readExercise, readSpec } from '../../course/solutions.ts';
import type { MutationRow } from '../mutate/survivors.ts';
import { type AnswerResults, together } from './answers.ts';
import { courseProblems } from './course.ts';
import { allParts, Look, type LookOptions, problemsSeen, type Seen } from './look.ts';
import { type Related, relationProblems } from './prerequisites.ts';
import { type Problem, problem } from './problem.ts';
import { schemaProblems } from './spec.ts';
import { ruleTodos } from './todos.ts';

export interface GateRow {
  readonly folder: string;
  readonly results: AnswerResults;
  readonly problems: readonly Problem[];
  /** How the mutants of its reference fared, where that was asked for. */
  readonly mutation?: MutationRow;
}

/** Looks at exercises. @returns for each of them, in their order */
export type Looking = (
  exercises: readonly AuthoredExercise[],
  options: Omit<LookOptions, 'folders'>,
) => readonly Promise<Seen>[];

export interface GateOptions extends Omit<LookOptions, 'folders'> {
  /** Only the exercises with these numbers; all of them when empty. */
  readonly numbers?: readonly number[];
  /** How exercises are looked at, where this thread is not to do it alone. */
  readonly looking?: Looking;
  /** Folder of the running bundle, where definitions that were read are kept. */
  readonly build?: string | undefined;
}

/**
 * The author gate: whether the exercises of a repository can be published.
 * @param root the root of the repository
 */
export async function gate(
  root: string,
  { numbers = [], build, looking = here(root), ...options }: GateOptions = {},
): Promise<{ readonly rows: readonly GateRow[]; readonly problems: readonly Problem[] }> {
  const all = listFolders(root);
  const isWanted = ({ number }: Folder) => numbers.length === 0 || numbers.includes(number);
  const read = all.filter(isWanted).map(({ name }) => readSound(root, name));
  const exercises = read.flatMap(({ exercise }) => exercise ?? []);
  const others = all
    .filter((folder) => !isWanted(folder))
    .flatMap((folder): readonly Related[] => {
      const { exercise } = openExercise(root, folder, build);
      return exercise ? [{ spec: exercise.spec, path: `exercises/${folder.name}` }] : [];
    });
  const seen = await Promise.all(looking(exercises, options));
  const rows = exercises.flatMap((exercise, index) => (seen[index] ? [rowOf(exercise, seen[index])] : []));
  return {
    rows,
    problems: [
      ...courseProblems(root),
      ...read.flatMap(({ problems }) => problems),
      ...orphanSolutions(
        root,
        all.map(({ name }) => name),
      ),
      ...relationProblems(exercises, others),
      ...(numbers.length === 0 ? ruleTodos(root) : []),
      ...seen.flatMap(({ prose }) => prose),
      ...rows.flatMap(({ problems }) => problems),
    ],
  };
}

/** An exercise whose definition fits its schema; what does not is told, and nothing else is asked of it. */
function readSound(
  root: string,
  folder: string,
): { readonly exercise?: AuthoredExercise; readonly problems: readonly Problem[] } {
  const problems = schemaProblems(readSpec(root, folder));
  const exercise = problems.length === 0 ? readExercise(root, folder) : undefined;
  return exercise ? { exercise, problems } : { problems };
}

/** Looks at every part of one exercise after the other, in this thread. */
const here =
  (root: string): Looking =>
  (exercises, options) => {
    const folders = exercises.map(({ folder }) => folder);
    const look = new Look(root, { folders, ...options });
    let before: Promise<unknown> = Promise.resolve();
    return folders.map((folder) => {
      const seen = before.then(() => look.at(folder, allParts));
      before = seen;
      return seen;
    });
  };

function rowOf({ folder }: AuthoredExercise, seen: Seen): GateRow {
  const { mutation } = seen;
  return {
    folder,
    results: together(seen.right, seen.wrong),
    problems: problemsSeen(seen),
    ...(mutation && { mutation }),
  };
}

function orphanSolutions(root: string, folders: readonly string[]): readonly Problem[] {
  return entriesOf(`${root}/solutions`)
    .filter((name) => /^\d/.test(name) && !folders.includes(name))
    .map((name) =>
      problem(`solutions/${name}`, {
        es: 'no es la solución de ningún ejercicio',
        en: 'is the solution of no exercise',
      }),
    );
}
