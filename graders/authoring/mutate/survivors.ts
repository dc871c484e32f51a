import type { Report } from '../../core/report.ts';
import { type AuthoredExercise, readReference } from '../../course/solutions.ts';
import { tryGrade } from '../gate/answers.ts';
import { type Problem, problem, problemAt } from '../gate/problem.ts';
import { covers, type Harmless, readHarmless } from './harmless.ts';
import type { Mutant } from './mutant.ts';
import { mutate } from './mutate.ts';

/** How the mutants of one exercise fared. */
export interface MutationRow {
  readonly folder: string;
  readonly mutants: number;
  readonly killed: number;
  /** Of those, how many are no valid files any more; the others are caught by what they do. */
  readonly invalid: number;
  readonly harmless: number;
  readonly survivors: readonly Mutant[];
  readonly problems: readonly Problem[];
}

/** Grades every mutant of the reference; one that scores like the reference survives. */
export function mutationRow(root: string, exercise: AuthoredExercise): MutationRow {
  const { answers } = readReference(root, exercise);
  const reference = tryGrade(exercise, answers);
  const harmless = readHarmless(root, exercise.solution);
  if ('words' in reference) return row(exercise, [], [], 0, harmless.entries, [reference]);
  const mutants = answers.flatMap((answer, index) =>
    mutate(exercise.spec.answers[index]?.format ?? 'manifests', answer).map((mutant) => ({ mutant, index })),
  );
  const graded = mutants.map((one) => ({
    ...one,
    report: tryGrade(exercise, answers.with(one.index, one.mutant.source)),
  }));
  const alive = graded.filter(({ report }) => 'words' in report || score(report) === score(reference));
  const invalid = graded.filter(({ report }) => !('words' in report) && isInvalid(report)).length;
  const crashed = graded.flatMap(({ mutant, report }) => crash(mutant, report));
  return row(
    exercise,
    mutants.map(({ mutant }) => mutant),
    alive.map(({ mutant }) => mutant),
    invalid,
    harmless.entries,
    [...harmless.problems, ...crashed],
  );
}

/** What has to change for a mutant to be caught: the status, the points, or what any check says. */
function score({ status, points, checks }: Report): string {
  return JSON.stringify([status, points, checks.map((check) => [check.id, check.status])]);
}

/** Its check of validity, which no lab is asked for, fails. */
function isInvalid({ checks }: Report): boolean {
  return checks.some(({ kind, status }) => kind === 'valid' && status === 'fail');
}

function crash(mutant: Mutant, report: Report | Problem): Problem[] {
  return 'words' in report ? [{ ...report, words: `${mutant.mutator} at ${mutant.at} ${report.words}` }] : [];
}

function row(
  { folder, solution }: AuthoredExercise,
  mutants: readonly Mutant[],
  alive: readonly Mutant[],
  invalid: number,
  harmless: readonly Harmless[],
  problems: readonly Problem[],
): MutationRow {
  const survivors = alive.filter((mutant) => !harmless.some((entry) => covers(entry, mutant)));
  const idle = harmless.filter((entry) => !alive.some((mutant) => covers(entry, mutant)));
  return {
    folder,
    mutants: mutants.length,
    killed: mutants.length - alive.length,
    invalid,
    harmless: alive.length - survivors.length,
    survivors,
    problems: [
      ...problems,
      ...idle.map(({ mutator, at }) =>
        problem(`${solution}/harmless.yaml`, `no mutant survives as ${mutator} at ${at}`),
      ),
    ],
  };
}

/** The share of mutants that were caught, of those that are not harmless; 1 when there are none. */
export function killRate({ killed, survivors }: Pick<MutationRow, 'killed' | 'survivors'>): number {
  return killed + survivors.length === 0 ? 1 : killed / (killed + survivors.length);
}

/** The share of mutants that must be caught. */
export const killGoal = 0.95;

/** What the mutants of an exercise say against it: those that survive where too many do, and declarations that are of no use. */
export function mutationProblems(row: MutationRow): readonly Problem[] {
  return [...(killRate(row) < killGoal ? row.survivors.map(survivorProblem) : []), ...row.problems];
}

/** `solutions/04-pod/respuesta.yaml:3: change-number at Pod/web.spec.x survives: 3 → 0`. */
export function survivorProblem({ mutator, at, span, before, after, source }: Mutant): Problem {
  const original = source.text.slice(0, span.from) + before + source.text.slice(span.from + after.length);
  const [from, to] = [short(before), short(after)];
  const words = {
    es: `ninguna comprobación nota el cambio ${mutator} en ${at}: ${from} → ${to}`,
    en: `${mutator} at ${at} survives: ${from} → ${to}`,
  };
  return problemAt({ path: span.path, text: original }, span, words);
}

function short(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line === '' ? 'nothing' : line.length > 50 ? `${line.slice(0, 49)}…` : line;
}
