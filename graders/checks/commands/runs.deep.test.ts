import { describe, expect, it } from 'vitest';
import { listFolders } from '../../course/folders.ts';
import { readExercise, readReference, readVariants } from '../../course/solutions.ts';
import { grade } from '../../grade.ts';

const root = process.cwd();

/** Exercises with a script: each answer is graded after all the others, as in a class, and alone, as on a new desk. */
const exercises = listFolders(root).flatMap(({ name }) => {
  const exercise = readExercise(root, name);
  return exercise?.spec.answers.some(({ format }) => format === 'shell') ? [{ name, exercise }] : [];
});

describe.each(exercises)('$name', ({ exercise }) => {
  it('gets the grade that it would get alone, whoever was graded before', () => {
    const variants = [
      readReference(root, exercise),
      ...readVariants(root, exercise, 'accepted'),
      ...readVariants(root, exercise, 'rejected').slice(0, 12),
    ];
    for (const { name, answers } of variants) {
      const alone = { ...exercise, given: [...exercise.given] };
      expect([name, grade(exercise, answers)]).toEqual([name, grade(alone, answers)]);
    }
  }, 120_000);
});
