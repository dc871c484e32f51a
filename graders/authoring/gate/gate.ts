import { entriesOf } from '../../course/entries.ts';
import { openExercise } from '../../course/exercises.ts';
import { type Folder, listFolders } from '../../course/folders.ts';
import { type AuthoredExercise, readExercise, readSpec, variantProblems } from '../../course/solutions.ts';
import { type MutationRow, mutationProblems, mutationRow } from '../mutate/survivors.ts';
import { judgeProse } from '../prose/judge.ts';
import { derivedProblems } from './accept.ts';
import { type AnswerResults, answerResults, countAnswers, countProblems } from './answers.ts';
import { falseAlarms } from './clean.ts';
import { courseProblems } from './course.ts';
import { fileProblems } from './files.ts';
import { lessonProblems } from './lesson.ts';
import { parameterSlips, problemsOfStudents, sampledStudents } from './parameters.ts';
import { type Related, relationProblems } from './prerequisites.ts';
import { type Problem, problem } from './problem.ts';
import { staleProofs } from './proofs.ts';
import { schemaProblems, specProblems } from './spec.ts';
import { ruleTodos, todoProblems } from './todos.ts';

/** Each time anything is changed these are tried; `npm run prose` tries them all. */
const fewShuffles = 5;

/** Of an exercise with parameters; the check tries every value. */
const fewStudents = 2;

export interface GateRow {
  readonly folder: string;
  readonly results: AnswerResults;
  readonly problems: readonly Problem[];
  /** How the mutants of its reference fared, where that was asked for. */
  readonly mutation?: MutationRow;
}

export interface GateOptions {
  /** Only the exercises with these numbers; all of them when empty. */
  readonly numbers?: readonly number[];
  /** Their answers are graded by the tests of the solutions: here everything else is looked at. */
  readonly ungraded?: boolean;
  /** Breaks the reference in small ways as well, which takes a grading each. */
  readonly mutants?: boolean;
  /** Folder of the running bundle, where definitions that were read are kept. */
  readonly build?: string | undefined;
}

/**
 * The author gate: whether the exercises of a repository can be published.
 * @param root the root of the repository
 */
export async function gate(
  root: string,
  { numbers = [], build, ...options }: GateOptions = {},
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
  const rows: GateRow[] = [];
  for (const exercise of exercises) rows.push(await row(root, exercise, options));
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
      ...judgeProse(root, exercises, { shuffles: fewShuffles }).problems,
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

async function row(
  root: string,
  exercise: AuthoredExercise,
  { ungraded = false, mutants = false }: GateOptions,
): Promise<GateRow> {
  const ofSpec = specProblems(exercise);
  const ofFiles = fileProblems(root, exercise);
  const results = ungraded ? countAnswers(root, exercise) : await answerResults(root, exercise);
  const proofs = ofSpec.length > 0 ? [] : staleProofs(root, exercise);
  // What breaks a reference that is no right answer says nothing.
  const isRight = results.reference.good === results.reference.of;
  const mutation = mutants && isRight ? mutationRow(root, exercise) : undefined;
  const slips = ofSpec.length > 0 ? [] : parameterSlips(root, exercise);
  const asks = exercise.spec.parameters && !ungraded && ofSpec.length + slips.length === 0;
  const students = asks ? await problemsOfStudents(root, exercise, sampledStudents(exercise, fewStudents)) : [];
  return {
    folder: exercise.folder,
    results,
    problems: [
      ...ofSpec,
      ...lessonProblems(root, exercise),
      ...todoProblems(root, exercise),
      ...derivedProblems(root, exercise),
      ...ofFiles,
      ...variantProblems(exercise),
      ...results.problems,
      ...countProblems(root, exercise, results),
      ...falseAlarms(root, exercise),
      ...proofs,
      ...(mutation ? mutationProblems(mutation) : []),
      ...slips,
      ...students,
    ],
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
