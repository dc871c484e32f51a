import { describe, expect, it } from 'vitest';
import { compareByName } from '../authoring/expectations.ts';
import { observe } from '../cli/service/observe.ts';
import type { AnswerFormat } from '../core/exercise.ts';
import type { Report } from '../core/report.ts';
import { type AuthoredExercise, readExercise, readReference, readVariants, type Variant } from '../course/solutions.ts';
import { grade } from '../grade.ts';
import { chosenFolders, root } from './course.ts';

/**
 * Every answer of `solutions/` behaves as the folder it stands in says, and no exercise starts solved.
 * @param isOurs which exercises this file is for; one that cannot be read has no answer files
 */
export function testSolutions(isOurs: (formats: readonly AnswerFormat[]) => boolean): void {
  const all = chosenFolders().map(({ name }) => [name, readExercise(root, name)] as const);
  const formatsOf = (exercise: AuthoredExercise | undefined) =>
    exercise?.spec.answers.map(({ format }) => format) ?? [];
  const ours = all.filter(([, exercise]) => isOurs(formatsOf(exercise)));
  describe.for(ours)('%s', ([, exercise]) => testVariants(exercise));
  // When `npm test 13` names an exercise, one of the two files has nothing to do: a file without any suite would fail.
  if (ours.length === 0) describe.skip('none of the chosen exercises', () => {});
}

function testVariants(exercise: AuthoredExercise | undefined): void {
  it('has a readable exercise.yaml', () => expect(exercise).toBeDefined());
  if (!exercise) return;
  const graded = ({ answers }: Variant) => grade(exercise, answers, observe(exercise, answers));

  it('starts pending', () => expect(grade(exercise, exercise.starter).status).toBe('pending'));

  it('gives its reference full points', () => {
    expect(summary(graded(readReference(root, exercise)))).toEqual(fullMarks(exercise));
  });

  it.for(named(readVariants(root, exercise, 'accepted')))('gives %s full points', ([, variant]) => {
    expect(summary(graded(variant))).toEqual(fullMarks(exercise));
  });

  it.for(named(readVariants(root, exercise, 'rejected')))('finds in %s what it names', ([, variant]) => {
    const report = graded(variant);
    expect(report.status).toBe('fail');
    const findings = report.checks.flatMap((check) => check.findings);
    expect(compareByName(inPlace(variant), findings)).toEqual([]);
  });
}

const named = (variants: readonly Variant[]) => variants.map((variant) => [variant.name, variant] as const);

/** What is said when an answer does not score: the checks that failed and why, not the whole report. */
function summary({ status, points, checks }: Report) {
  const lost = checks
    .filter((check) => check.status !== 'pass')
    .map(({ id, status, findings }) => `${id}: ${status} ${findings.map((found) => found.id).join(' ')}`.trim());
  return { status, points, lost };
}

function fullMarks({ spec }: AuthoredExercise) {
  const of = spec.checks.reduce((sum, { points = 0 }) => sum + points, 0);
  return { status: 'pass', points: { min: of, max: of, of }, lost: [] };
}

/** The files a variant changes come first: a finding that names no file is about them. */
function inPlace({ name, answers }: Variant): Variant['answers'] {
  const own = answers.filter(({ path }) => path.includes(`/${name}/`));
  return [...own, ...answers.filter((answer) => !own.includes(answer))];
}
