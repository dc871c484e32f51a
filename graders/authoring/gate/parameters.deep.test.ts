import { describe, expect, it } from 'vitest';
import { listFolders } from '../../course/folders.ts';
import { valuesOf } from '../../course/parameters/draw.ts';
import { readExercise } from '../../course/solutions.ts';
import { everyValue, parameterSlips, problemsOfStudents } from './parameters.ts';
import { sayProblem } from './problem.ts';

/** Of a range of a hundred ports, both ends and some between. */
const most = 6;

const personal = listFolders('.').flatMap(({ name }) => {
  const exercise = readExercise('.', name);
  return exercise?.spec.parameters ? [[name, exercise] as const] : [];
});

describe('exercises with parameters', { timeout: 600_000 }, () => {
  it('are six at least', () => expect(personal.length).toBeGreaterThanOrEqual(6));

  it.each(personal)('%s: is as it says for every value', async (_, exercise) => {
    expect(parameterSlips('.', exercise).map(sayProblem)).toEqual([]);
    const all = everyValue(exercise, most);
    for (const { id, values } of exercise.spec.parameters ?? []) {
      const tried = new Set(all.map((one) => one.get(id)));
      expect(tried.size).toBe(Math.min(most, valuesOf({ values }).length));
    }
    expect((await problemsOfStudents('.', exercise, all)).map(sayProblem)).toEqual([]);
  });
});
