import { observe } from '../../cli/service/observe.ts';
import type { Finding } from '../../core/finding.ts';
import type { Report } from '../../core/report.ts';
import type { Source } from '../../core/source.ts';
import { type AuthoredExercise, readReference, readVariants, type Variant } from '../../course/solutions.ts';
import { grade } from '../../grade.ts';
import { compareByName } from '../expectations.ts';
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

const enough = { accepted: 6, rejected: 10 };

/** Grades every answer an author left and compares the grade with the folder it stands in. */
export function answerResults(root: string, exercise: AuthoredExercise): AnswerResults {
  const groups = {
    starter: [starterProblems(exercise)],
    reference: [passProblems(exercise, readReference(root, exercise))],
    accepted: readVariants(root, exercise, 'accepted').map((variant) => passProblems(exercise, variant)),
    rejected: readVariants(root, exercise, 'rejected').map((variant) => failProblems(exercise, variant)),
  };
  const few = (['accepted', 'rejected'] as const)
    .filter((group) => groups[group].length < enough[group])
    .map((group) =>
      problem(`${exercise.solution}/${group}`, `has ${groups[group].length} of ${enough[group]} answers`),
    );
  const tally = (results: readonly (readonly Problem[])[]): Tally => ({
    good: results.filter((problems) => problems.length === 0).length,
    of: results.length,
  });
  return {
    starter: tally(groups.starter),
    reference: tally(groups.reference),
    accepted: tally(groups.accepted),
    rejected: tally(groups.rejected),
    problems: [...Object.values(groups).flat(2), ...few],
  };
}

/** A grade, or the problem that there is none. */
export function tryGrade(exercise: AuthoredExercise, answers: readonly Source[]): Report | Problem {
  try {
    return grade(exercise, answers, observe(exercise, answers));
  } catch (thrown) {
    const stack = thrown instanceof Error ? thrown.stack?.split('\n').slice(0, 3).join(' ') : String(thrown);
    return problem(answers[0]?.path ?? exercise.path, `makes the grader throw: ${stack}`);
  }
}

/** An untouched starter is pending, and one with no more than a comment added does not pass. */
function starterProblems(exercise: AuthoredExercise): readonly Problem[] {
  const { starter, spec, path } = exercise;
  const untouched = tryGrade(exercise, starter);
  if ('words' in untouched) return [untouched];
  const commented = starter.map((source, index) => ({
    ...source,
    text: `${source.text}\n${spec.answers[index]?.format === 'literal' ? '//' : '#'} listo\n`,
  }));
  const touched = tryGrade(exercise, commented);
  if ('words' in touched) return [touched];
  return [
    ...(untouched.status === 'pending' ? [] : [problem(`${path}/starter`, `is ${untouched.status}, not pending`)]),
    ...(touched.status === 'pass' ? [problem(`${path}/starter`, 'passes as it is')] : []),
  ];
}

function passProblems(exercise: AuthoredExercise, { answers, name }: Variant): readonly Problem[] {
  const path = answers[0]?.path ?? `${exercise.solution}/${name}`;
  const report = tryGrade(exercise, answers);
  if ('words' in report) return [report];
  const { status, points } = report;
  if (status === 'pass' && points.min === points.of) return [];
  const why = report.checks
    .filter((check) => check.status !== 'pass')
    .map((check) => `${check.id} ${check.status} ${[...new Set(check.findings.map(({ id }) => id))].join(' ')}`.trim());
  return [problem(path, `is ${status} with ${points.min} of ${points.of}: ${why.join('; ')}`)];
}

function failProblems(exercise: AuthoredExercise, { answers, name }: Variant): readonly Problem[] {
  const report = tryGrade(exercise, answers);
  if ('words' in report) return [report];
  if (report.status !== 'fail') return [problem(`${exercise.solution}/${name}`, `is ${report.status}, not fail`)];
  const findings: readonly Finding[] = report.checks.flatMap((check) => check.findings);
  const changed = answers.filter(({ path }) => path.includes(`/${name}/`));
  const sources = changed.length > 0 ? [...changed, ...answers.filter((answer) => !changed.includes(answer))] : answers;
  return compareByName(sources, findings);
}
