import { entriesOf } from '../../course/entries.ts';
import { listFolders } from '../../course/folders.ts';
import { type AuthoredExercise, readExercise, readSpec, variantProblems } from '../../course/solutions.ts';
import { judgeProse } from '../prose/judge.ts';
import { type AnswerResults, answerResults, countAnswers } from './answers.ts';
import { falseAlarms } from './clean.ts';
import { fileProblems } from './files.ts';
import { relationProblems } from './prerequisites.ts';
import { type Problem, problem, problemAt } from './problem.ts';
import { staleProofs } from './proofs.ts';
import { specProblems, specValidator } from './spec.ts';
import { todoProblems } from './todos.ts';

/** Each time anything is changed these are tried; `npm run prose` tries them all. */
const fewShuffles = 5;

export interface GateRow {
  readonly folder: string;
  readonly results: AnswerResults;
  readonly problems: readonly Problem[];
}

export interface GateOptions {
  /** Only the exercises with these numbers; all of them when empty. */
  readonly numbers?: readonly number[];
  /** Their answers are graded by the tests of the solutions: here everything else is looked at. */
  readonly ungraded?: boolean;
}

/**
 * The author gate: whether the exercises of a repository can be published.
 * @param root the root of the repository
 */
export async function gate(
  root: string,
  { numbers = [], ungraded = false }: GateOptions = {},
): Promise<{ readonly rows: readonly GateRow[]; readonly problems: readonly Problem[] }> {
  const all = listFolders(root);
  const folders = all.filter(({ number }) => numbers.length === 0 || numbers.includes(number)).map(({ name }) => name);
  const validate = specValidator(root);
  const read = folders.map((folder) => readExercise(root, folder));
  const exercises = read.filter((exercise) => exercise !== undefined);
  const rows: GateRow[] = [];
  for (const exercise of exercises) rows.push(await row(root, exercise, validate, ungraded));
  const others = all
    .filter(({ name }) => !folders.includes(name))
    .flatMap(({ name }) => readExercise(root, name) ?? []);
  return {
    rows,
    problems: [
      ...folders.filter((_, index) => !read[index]).flatMap((folder) => unreadable(root, folder)),
      ...orphanSolutions(
        root,
        all.map(({ name }) => name),
      ),
      ...relationProblems([...exercises, ...others]),
      ...judgeProse(root, exercises, { shuffles: fewShuffles }).problems,
      ...rows.flatMap(({ problems }) => problems),
    ],
  };
}

async function row(
  root: string,
  exercise: AuthoredExercise,
  validate: ReturnType<typeof specValidator>,
  ungraded: boolean,
): Promise<GateRow> {
  const ofSpec = specProblems(exercise, validate);
  const ofFiles = fileProblems(root, exercise);
  const results = ungraded ? countAnswers(root, exercise) : await answerResults(root, exercise);
  const proofs = ofSpec.length > 0 ? [] : staleProofs(root, exercise);
  return {
    folder: exercise.folder,
    results,
    problems: [
      ...ofSpec,
      ...todoProblems(root, exercise),
      ...ofFiles,
      ...variantProblems(root, exercise),
      ...results.problems,
      ...falseAlarms(root, exercise),
      ...proofs,
    ],
  };
}

function unreadable(root: string, folder: string): readonly Problem[] {
  const { source, findings } = readSpec(root, folder);
  const [first] = findings;
  return [first ? problemAt(source, first.at, `cannot be read (${first.id})`) : problem(source.path, 'is no exercise')];
}

function orphanSolutions(root: string, folders: readonly string[]): readonly Problem[] {
  return entriesOf(`${root}/solutions`)
    .filter((name) => /^\d/.test(name) && !folders.includes(name))
    .map((name) => problem(`solutions/${name}`, 'is the solution of no exercise'));
}
