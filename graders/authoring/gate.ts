import type { Tally } from './gate/answers.ts';
import { type GateRow, gate } from './gate/gate.ts';
import { sayProblem } from './gate/problem.ts';
import { sayTable } from './table.ts';

/**
 * The author gate as a command: a table, the located problems, and exit code 1 when there are any. With numbers, only those
 * exercises; with `--ungraded`, without what the tests of the solutions do.
 */
const args = process.argv.slice(2);
const numbers = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
const { rows, problems } = await gate(process.cwd(), { numbers, ungraded: args.includes('--ungraded') });
console.log(sayTable(['exercise', 'starter', 'reference', 'accepted', 'rejected', 'problems'], rows.map(cells)));
for (const problem of problems) console.log(sayProblem(problem));
console.log(`${rows.length} exercises, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;

function cells({ folder, results, problems }: GateRow): string[] {
  const { starter, reference, accepted, rejected } = results;
  return [folder, yesNo(starter), yesNo(reference), tally(accepted), tally(rejected), String(problems.length)];
}

function yesNo({ good, of }: Tally): string {
  return good === of ? 'ok' : 'no';
}

function tally({ good, of }: Tally): string {
  return `${good}/${of}`;
}
