import { join } from 'node:path';
import { listFolders } from '../course/folders.ts';
import { type AuthoredExercise, readExercise } from '../course/solutions.ts';
import { sayProblem } from './gate/problem.ts';
import { writeJson } from './generate/files.ts';
import { idleRules, proseFigures } from './prose/figures.ts';
import type { GoldAnswer } from './prose/gold.ts';
import { judgeProse, percent } from './prose/judge.ts';
import {
  accuracy,
  added,
  addedFlips,
  coverage,
  disagreements,
  type Flips,
  measure,
  precision,
  recall,
  type Tally,
} from './prose/measure.ts';
import { sayTable } from './table.ts';

/**
 * `npm run prose`: how well the explanations of the gold sets are read, idea by idea. With numbers, only those exercises;
 * with `--show`, also each answer of the open half that was read otherwise than it is labelled. Without numbers it leaves the
 * figures, rule by rule, where the page for instructors takes them from, unless `--check` says that nothing is to be written.
 */
const root = process.cwd();
const args = process.argv.slice(2);
const wanted = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
const exercises = listFolders(root)
  .map(({ name }) => readExercise(root, name))
  .filter((exercise) => exercise !== undefined);
const isWanted = ({ spec }: AuthoredExercise) => wanted.length === 0 || wanted.includes(spec.number);
const { sets, problems } = judgeProse(root, exercises, { isWanted });

const head = ['idea', 'matched', 'missed', 'wrongly', 'review', 'precision', 'recall', 'coverage', 'right'];
const nameOf = ({ slot }: (typeof sets)[number]) =>
  `${String(slot.exercise.spec.number).padStart(2, '0')} ${slot.slot.id}`;
const answersOf = ({ answers }: (typeof sets)[number], part: GoldAnswer['part']) =>
  answers.filter((answer) => answer.part === part);
const measured = (part: GoldAnswer['part']) => sets.map((set) => ({ set, ...measure(set, answersOf(set, part)) }));
const [open, locked, blind] = [measured('dev'), measured('locked'), measured('blind')];
const total = [...open, ...locked, ...blind];
const byIdea = (of: typeof total) =>
  of.flatMap(({ set, ideas }) => [...ideas].map(([id, tally]) => cells(`${nameOf(set)} ${id}`, tally)));

console.log(
  sayTable(head, [
    ...byIdea(open),
    cells('open half', added(open.map(({ all }) => all))),
    cells('locked half', added(locked.map(({ all }) => all))),
    cells('misconceptions', added(total.map(({ misconceptions }) => misconceptions))),
  ]),
);
const seen = blind.filter(({ all }) => all.of > 0);
if (seen.length > 0) {
  console.log('\nAnswers written from the statement alone');
  console.log(sayTable(head, [...byIdea(seen), cells('written blind', added(seen.map(({ all }) => all)))]));
}
console.log('');
console.log(
  sayTable(
    ['', 'of', 'engine', 'keywords', 'overlap'],
    (
      [
        ['found where it is', 'found'],
        ['swapped, earns nothing', 'swapped'],
        ['negated, earns nothing', 'negated'],
        ['stuffed, earns nothing', 'stuffed'],
      ] as const
    ).map(([title, name]) => flips(title, addedFlips(total.map((one) => one[name])))),
  ),
);
const figures = proseFigures(sets);
const idle = idleRules(figures);
if (idle.length > 0)
  console.log(`\n${idle.length} rules decide in no answer: they are dead weight, or lack an example`);
for (const rule of idle) console.log(`  ${rule}`);
if (wanted.length === 0 && !args.includes('--check')) writeJson(join(root, 'site/prosa.json'), figures);
if (args.includes('--show'))
  for (const set of sets)
    for (const said of disagreements(set, answersOf(set, 'dev'))) console.log(`${nameOf(set)} · ${said}`);
for (const problem of problems) console.log(sayProblem(problem));
process.exitCode = problems.length > 0 ? 1 : 0;

function cells(name: string, tally: Tally): string[] {
  const { matched, missed, wrong, review } = tally;
  const shares = [precision, recall, coverage, accuracy].map((share) => percent(share(tally)));
  return [name, ...[matched, missed, wrong, review].map(String), ...shares];
}

function flips(name: string, { of, engine, keywords, overlap }: Flips): string[] {
  return [name, String(of), ...[engine, keywords, overlap].map((part) => percent(of === 0 ? 1 : part / of))];
}
