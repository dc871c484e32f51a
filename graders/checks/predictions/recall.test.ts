import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFolders } from '../../course/folders.ts';
import { readExercise, readReference } from '../../course/solutions.ts';
import { grade } from '../../grade.ts';
import { few } from '../../vitest/quick.ts';
import { happen } from './check.ts';
import { askedIn, recall } from './recall.ts';

const root = join(import.meta.dirname, '../../..');

/** An exercise as a page gets it: as text, and read for itself. */
function opened(name: string) {
  const folder = listFolders(root).find((one) => one.name.startsWith(name))?.name ?? '';
  const exercise = readExercise(root, folder);
  if (!exercise) throw new Error(`no exercise ${name}`);
  return { exercise, answers: readReference(root, exercise).answers };
}
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const givenOf = ({ spec, given }: ReturnType<typeof opened>['exercise']) => ({ exercise: spec, given });

describe('what the lab answered before', () => {
  it('is what it would answer again, whatever is asked in an exercise', () => {
    for (const name of few(['07', '03', '15'])) {
      const { exercise, answers } = opened(name);
      const asked = askedIn(exercise.spec);
      expect(asked.length).toBeGreaterThan(2);
      const happened = asked.map((one) => happen(one, givenOf(exercise)));
      const again = copy(exercise);
      recall(givenOf(again), copy(happened));
      expect(copy(grade(again, answers))).toEqual(copy(grade(exercise, answers)));
    }
  });

  it('is taken for what happens, so that nobody asks again', () => {
    const { exercise } = opened('03');
    const known = { value: 'nothing like it', trace: { hops: [], outcome: null } };
    const asked = askedIn(exercise.spec);
    const other = copy(exercise);
    recall(givenOf(other), [known]);
    expect(asked.map((one) => happen(one, givenOf(other)).value === known.value)).toEqual(
      asked.map((one) => JSON.stringify(one) === JSON.stringify(asked[0])),
    );
    expect(happen(asked[0] as never, givenOf(exercise)).value).not.toBe(known.value);
  });
});
