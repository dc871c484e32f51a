import { entriesOf } from '../../course/entries.ts';
import { listFolders } from '../../course/folders.ts';
import { type AuthoredExercise, readExercise, readSpec } from '../../course/solutions.ts';
import { type AnswerResults, answerResults } from './answers.ts';
import { falseAlarms } from './clean.ts';
import { fileProblems } from './files.ts';
import { relationProblems } from './prerequisites.ts';
import { type Problem, problem, problemAt } from './problem.ts';
import { staleProofs } from './proofs.ts';
import { specProblems, specValidator } from './spec.ts';

export interface GateRow {
  readonly folder: string;
  readonly results: AnswerResults;
  readonly problems: readonly Problem[];
}

/**
 * The author gate: whether every exercise of a repository can be published.
 * @param root the root of the repository
 */
export function gate(root: string): { readonly rows: readonly GateRow[]; readonly problems: readonly Problem[] } {
  const folders = listFolders(root).map(({ name }) => name);
  const validate = specValidator(root);
  const read = folders.map((folder) => readExercise(root, folder));
  const exercises = read.filter((exercise) => exercise !== undefined);
  const rows = exercises.map((exercise) => row(root, exercise, validate));
  return {
    rows,
    problems: [
      ...folders.filter((_, index) => !read[index]).flatMap((folder) => unreadable(root, folder)),
      ...orphanSolutions(root, folders),
      ...relationProblems(exercises),
      ...rows.flatMap(({ problems }) => problems),
    ],
  };
}

function row(root: string, exercise: AuthoredExercise, validate: ReturnType<typeof specValidator>): GateRow {
  const ofSpec = specProblems(exercise, validate);
  const ofFiles = fileProblems(root, exercise);
  const results = answerResults(root, exercise);
  const proofs = ofSpec.length > 0 ? [] : staleProofs(root, exercise);
  return {
    folder: exercise.folder,
    results,
    problems: [...ofSpec, ...ofFiles, ...results.problems, ...falseAlarms(root, exercise), ...proofs],
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
