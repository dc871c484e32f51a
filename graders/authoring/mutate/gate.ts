import { listFolders } from '../../course/folders.ts';
import { readExercise } from '../../course/solutions.ts';
import { sayProblem } from '../gate/problem.ts';
import { sayTable } from '../table.ts';
import { killGoal, killRate, type MutationRow, mutationRow, survivorProblem } from './survivors.ts';

/**
 * The mutation gate as a command: the kill rate of every exercise, every survivor by name, and exit code 1 below 95 %.
 * A mutant that is no valid file any more is counted apart from one that is caught by what it does; the goal is that all are.
 * With arguments, only the exercises with those numbers.
 */
const root = process.cwd();
const wanted = process.argv.slice(2).map(Number);
const rows = listFolders(root)
  .filter(({ number }) => wanted.length === 0 || wanted.includes(number))
  .map(({ name: folder }) => readExercise(root, folder))
  .filter((exercise) => exercise !== undefined)
  .map((exercise) => mutationRow(root, exercise));

const head = ['exercise', 'mutants', 'by validity', 'by behaviour', 'harmless', 'survived', 'kill rate', 'behaviour'];
const total = {
  folder: 'total',
  mutants: sum(({ mutants }) => mutants),
  killed: sum(({ killed }) => killed),
  invalid: sum(({ invalid }) => invalid),
  harmless: sum(({ harmless }) => harmless),
  survivors: rows.flatMap(({ survivors }) => survivors),
};
console.log(sayTable(head, [...rows, total].map(cells)));
for (const survivor of total.survivors) console.log(sayProblem(survivorProblem(survivor)));
const problems = rows.flatMap((row) => row.problems);
for (const problem of problems) console.log(sayProblem(problem));
process.exitCode = problems.length > 0 || rows.some((row) => killRate(row) < killGoal) ? 1 : 0;

function cells(row: Omit<MutationRow, 'problems'>): string[] {
  const { folder, mutants, killed, invalid, harmless, survivors } = row;
  const counts = [mutants, invalid, killed - invalid, harmless, survivors.length].map(String);
  return [folder, ...counts, percent(killRate(row)), percent(killRate({ ...row, killed: killed - invalid }))];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function sum(part: (row: MutationRow) => number): number {
  return rows.reduce((total, row) => total + part(row), 0);
}
