import { beforeAll, describe, expect, it } from 'vitest';
import { failProblems, passProblems, starterProblems } from '../authoring/gate/answers.ts';
import { sayProblem } from '../authoring/gate/problem.ts';
import { servicesIn } from '../cli/service/observe.ts';
import { runServices } from '../cli/service/run.ts';
import type { AnswerFormat } from '../core/exercise.ts';
import {
  type AuthoredExercise,
  readExercise,
  readReference,
  readVariants,
  type Variant,
  variantProblems,
} from '../course/solutions.ts';
import { chosenFolders, root } from './course.ts';
import { few } from './quick.ts';

/**
 * Every answer of `solutions/` behaves as the folder it stands in says, and no exercise starts solved: what the author gate
 * asks, one test an answer. Where somebody waits, and has named no exercise, the reference and one wrong answer stand for all.
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

  const reference = readReference(root, exercise);
  const accepted = few(readVariants(root, exercise, 'accepted'), 0);
  const rejected = few(readVariants(root, exercise, 'rejected'));
  const answers = [exercise.starter, ...[reference, ...accepted, ...rejected].map((variant) => variant.answers)];
  beforeAll(() => runServices(servicesIn(exercise, answers), { unprotected: true }), 600_000);

  it('has variants that can be made', () => expect(variantProblems(exercise).map(sayProblem)).toEqual([]));

  it('starts pending', () => expect(starterProblems(exercise).map(sayProblem)).toEqual([]));

  it('gives its reference full points', () => {
    expect(passProblems(exercise, reference).map(sayProblem)).toEqual([]);
  });

  it.for(named(accepted))('gives %s full points', ([, variant]) => {
    expect(passProblems(exercise, variant).map(sayProblem)).toEqual([]);
  });

  it.for(named(rejected))('finds in %s what it names', ([, variant]) => {
    expect(failProblems(exercise, variant).map(sayProblem)).toEqual([]);
  });
}

const named = (variants: readonly Variant[]) => variants.map((variant) => [variant.name, variant] as const);
