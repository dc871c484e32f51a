import { observe, servicesIn } from '../../cli/service/observe.ts';
import { runServices } from '../../cli/service/run.ts';
import type { AnswerFormat } from '../../core/exercise.ts';
import type { Finding } from '../../core/finding.ts';
import type { Report } from '../../core/report.ts';
import type { Source } from '../../core/source.ts';
import { readCourse } from '../../course/modules.ts';
import { type AuthoredExercise, readReference, readVariants, type Variant } from '../../course/solutions.ts';
import { grade } from '../../grade.ts';
import { statuses } from '../../render/terminal/sentences.ts';
import { compareByName, compareEdited } from '../expectations.ts';
import { type Problem, problem } from './problem.ts';

/** How many answers of a group behave as they should. */
export interface Tally {
  readonly good: number;
  readonly of: number;
}

export interface AnswerResults {
  readonly starter: Tally;
  readonly reference: Tally;
  readonly accepted: Tally;
  readonly rejected: Tally;
  readonly problems: readonly Problem[];
}

/** What a course asks of each exercise that does not say so itself. */
const enough = { accepted: 6, rejected: 10 };

/** The starter, the reference, and what is accepted. */
export type RightResults = Pick<AnswerResults, 'starter' | 'reference' | 'accepted' | 'problems'>;
export type WrongResults = Pick<AnswerResults, 'rejected' | 'problems'>;

/** Grades every answer an author left and compares the grade with the folder it stands in. */
export async function answerResults(root: string, exercise: AuthoredExercise): Promise<AnswerResults> {
  return together(await rightResults(root, exercise), await wrongResults(root, exercise));
}

export const together = (right: RightResults, wrong: WrongResults): AnswerResults => ({
  ...right,
  ...wrong,
  problems: [...right.problems, ...wrong.problems],
});

/** The answers that begin an exercise or solve it. */
export async function rightResults(root: string, exercise: AuthoredExercise): Promise<RightResults> {
  const reference = readReference(root, exercise);
  const accepted = readVariants(root, exercise, 'accepted');
  await runAhead(exercise, [exercise.starter, ...[reference, ...accepted].map(({ answers }) => answers)]);
  const groups = {
    starter: [[...starterProblems(exercise), ...idleProblems(exercise)]],
    reference: [passProblems(exercise, reference)],
    accepted: accepted.map((variant) => passProblems(exercise, variant)),
  };
  return {
    starter: tallyOf(groups.starter),
    reference: tallyOf(groups.reference),
    accepted: tallyOf(groups.accepted),
    problems: Object.values(groups).flat(2),
  };
}

/** The answers that must not pass. */
export async function wrongResults(root: string, exercise: AuthoredExercise): Promise<WrongResults> {
  const variants = readVariants(root, exercise, 'rejected');
  await runAhead(
    exercise,
    variants.map(({ answers }) => answers),
  );
  const rejected = variants.map((variant) => failProblems(exercise, variant));
  return { rejected: tallyOf(rejected), problems: rejected.flat() };
}

const tallyOf = (results: readonly (readonly Problem[])[]): Tally => ({
  good: results.filter((problems) => problems.length === 0).length,
  of: results.length,
});

/** Runs the services of answers that are graded afterwards. */
function runAhead(exercise: AuthoredExercise, all: readonly (readonly Source[])[]): Promise<void> {
  const handedIn = all.map((answers) => asHandedIn(exercise, answers));
  return runServices(servicesIn(exercise, handedIn), { unprotected: true });
}

/** How many answers there are, without grading any: what the tests of the solutions do. */
export function countAnswers(root: string, exercise: AuthoredExercise): AnswerResults {
  const accepted = readVariants(root, exercise, 'accepted').length;
  const rejected = readVariants(root, exercise, 'rejected').length;
  const all = (of: number): Tally => ({ good: of, of });
  return { starter: all(1), reference: all(1), accepted: all(accepted), rejected: all(rejected), problems: [] };
}

/** Whether there are as many answers as the course asks for. */
export function countProblems(
  root: string,
  { solution }: AuthoredExercise,
  { accepted, rejected }: Pick<AnswerResults, 'accepted' | 'rejected'>,
): readonly Problem[] {
  const found = { accepted: accepted.of, rejected: rejected.of };
  const wanted = { ...enough, ...readCourse(root).answers };
  return (['accepted', 'rejected'] as const)
    .filter((group) => found[group] < wanted[group])
    .map((group) =>
      problem(`${solution}/${group}`, {
        es: `tiene ${found[group]} de ${wanted[group]} respuestas`,
        en: `has ${found[group]} of ${wanted[group]} answers`,
      }),
    );
}

/**
 * A grade whose findings are where the author has the files, or the problem that there is none. It is graded under the names that
 * a student has the files by: verdicts on what answers have in common are then come to once, as those of a class are.
 */
export function tryGrade(exercise: AuthoredExercise, answers: readonly Source[]): Report | Problem {
  try {
    const handedIn = asHandedIn(exercise, answers);
    return placed(grade(exercise, handedIn, observe(exercise, handedIn, { unprotected: true })), handedIn, answers);
  } catch (thrown) {
    const stack = thrown instanceof Error ? thrown.stack?.split('\n').slice(0, 3).join(' ') : String(thrown);
    return problem(answers[0]?.path ?? exercise.path, `makes the grader throw: ${stack}`);
  }
}

function asHandedIn({ spec }: AuthoredExercise, answers: readonly Source[]): readonly Source[] {
  return answers.map(({ path, text }, index) => ({ path: spec.answers[index]?.file ?? path, text }));
}

function placed(report: Report, handedIn: readonly Source[], answers: readonly Source[]): Report {
  const paths = new Map(handedIn.map(({ path }, index) => [path, answers[index]?.path ?? path]));
  const moved = (found: Finding): Finding => ({
    ...found,
    at: { ...found.at, path: paths.get(found.at.path) ?? found.at.path },
  });
  return { ...report, checks: report.checks.map((check) => ({ ...check, findings: check.findings.map(moved) })) };
}

/** An untouched starter is pending, and one with no more than a comment added does not pass. */
export function starterProblems(exercise: AuthoredExercise): readonly Problem[] {
  const { starter, spec, path } = exercise;
  const untouched = tryGrade(exercise, starter);
  if ('words' in untouched) return [untouched];
  const commented = starter.map((source, index) => ({
    ...source,
    text: `${source.text}\n${commentIn(source.path, spec.answers[index]?.format)}\n`,
  }));
  const touched = tryGrade(exercise, commented);
  if ('words' in touched) return [touched];
  return [
    ...(untouched.status === 'pending'
      ? []
      : [
          problem(`${path}/starter`, {
            es: `queda ${statuses[untouched.status].es}, no pendiente`,
            en: `is ${untouched.status}, not pending`,
          }),
        ]),
    ...(touched.status === 'pass'
      ? [problem(`${path}/starter`, { es: 'se supera tal como está', en: 'passes as it is' })]
      : []),
  ];
}

function commentIn(path: string, format: AnswerFormat | undefined): string {
  if (path.endsWith('.xml')) return '<!-- listo -->';
  return format === 'literal' ? '// listo' : '# listo';
}

/** Answers that are well formed and do nothing of what any exercise asks. */
const idle: Readonly<Record<AnswerFormat, string>> = {
  manifests: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: nada-que-ver\ndata:\n  nada: nada\n',
  dockerfile: 'FROM alpine:3.20\n',
  literal: 'export default {};\n',
  service: 'export {};\n',
  shell: 'true\n',
  settings: '<configuration/>\n',
};

/** Doing nothing earns nothing. */
function idleProblems(exercise: AuthoredExercise): readonly Problem[] {
  const { starter, spec, path } = exercise;
  const answers = starter.map((source, index) => ({
    ...source,
    text: source.path.endsWith('.cfg') ? 'nada=nada\n' : idle[spec.answers[index]?.format ?? 'literal'],
  }));
  const report = tryGrade(exercise, answers);
  if ('words' in report) return [report];
  return report.checks
    .filter(({ points }) => points.min > 0)
    .map(({ id, points }) =>
      problem(path, {
        es: `da ${points.min} de ${points.of} en ${id} por no hacer nada`,
        en: `gives ${points.min} of ${points.of} in ${id} for doing nothing`,
      }),
    );
}

/** The reference and what is accepted get full points. */
export function passProblems(exercise: AuthoredExercise, variant: Variant): readonly Problem[] {
  const { answers, name, edited } = variant;
  const place = edited ? placeOf(exercise, variant) : { path: answers[0]?.path ?? `${exercise.solution}/${name}` };
  const report = tryGrade(exercise, answers);
  if ('words' in report) return [report];
  const { status, points } = report;
  if (status === 'pass' && points.min === points.of) return [];
  const why = report.checks
    .filter((check) => check.status !== 'pass')
    .map((check) => `${check.id} ${check.status} ${[...new Set(check.findings.map(({ id }) => id))].join(' ')}`.trim());
  const es = `queda ${statuses[status].es} con ${points.min} de ${points.of}: ${why.join('; ')}`;
  return [{ ...place, words: `is ${status} with ${points.min} of ${points.of}: ${why.join('; ')}`, es }];
}

/**
 * What is rejected gets the findings it names and no others, and loses points by them. A slip in a section of questions may
 * leave enough to pass; what is required may not fail and pass.
 */
export function failProblems(exercise: AuthoredExercise, variant: Variant): readonly Problem[] {
  const { answers, name } = variant;
  const report = tryGrade(exercise, answers);
  if ('words' in report) return [report];
  const { status, points, checks } = report;
  const slipped = status === 'pass' && points.min < points.of && checks.some((check) => check.status === 'fail');
  if (status !== 'fail' && !slipped) {
    const es = `queda ${statuses[status].es} con ${points.min} de ${points.of}, y debería estar mal`;
    return [{ ...placeOf(exercise, variant), words: `is ${status} with ${points.min} of ${points.of}, not fail`, es }];
  }
  const findings: readonly Finding[] = report.checks.flatMap((check) => check.findings);
  if (variant.edited) return compareEdited(variant.edited.path, variant.edited.expected, answers, findings);
  const changed = answers.filter(({ path }) => path.includes(`/${name}/`));
  const sources = changed.length > 0 ? [...changed, ...answers.filter((answer) => !changed.includes(answer))] : answers;
  return compareByName(sources, findings);
}

/** Where an author finds a variant. */
function placeOf({ solution }: AuthoredExercise, { name, edited }: Variant): Pick<Problem, 'path' | 'line'> {
  return edited ? { path: edited.path, line: edited.line } : { path: `${solution}/${name}` };
}
