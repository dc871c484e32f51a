import { describe, expect, it } from 'vitest';
import { at } from '../../core/fields.ts';
import type { Json } from '../../core/json.ts';
import type { Source } from '../../core/source.ts';
import { listFolders } from '../../course/folders.ts';
import { readExercise, readReference } from '../../course/solutions.ts';
import { grade } from '../../grade.ts';
import { readLiteral } from '../../model/literal/read.ts';
import { place, slotsOf } from './place.ts';
import { answerFiles } from './read.ts';

const explained = listFolders('.')
  .flatMap(({ name }) => readExercise('.', name) ?? [])
  .filter((exercise) => slotsOf(exercise).length > 0);

describe('the explanations of a reference, written as one text', () => {
  it.each(explained.map((exercise) => [exercise.folder, exercise] as const))(
    '%s: answer their questions',
    (_, exercise) => {
      const { answers } = readReference('.', exercise);
      const slots = slotsOf(exercise);
      const file = answers.find(({ path }) => path.endsWith(slots[0]?.file ?? '')) ?? { path: '', text: '' };
      const value: Json = readLiteral(file).literal.value;
      const texts = slots.map(({ section, slot }) => String(at(value, section, slot)));
      const check = (files: readonly Source[]) =>
        grade(exercise, files).checks.find(({ kind }) => kind === 'explanation');
      const expected = check(answers);
      for (const separator of ['\n\n', ' ']) {
        const text = texts.join(separator);
        const { prose, unplaced } = place(exercise, [{ kind: 'prose', cell: 1, exercise: exercise.spec.number, text }]);
        expect(unplaced).toEqual([]);
        expect(prose.map(({ slot }) => slot)).toEqual(slots.map(({ slot }) => slot));
        const names = answers.map(({ text }, index) => ({ path: exercise.spec.answers[index]?.file ?? '', text }));
        const files = answerFiles({ exercise, files: [], prose }, names, () => expect.fail());
        const mine = check(names.map((one) => files.find(({ path }) => path === one.path) ?? one));
        // In one paragraph about everything it may be left to a person who is spoken of; nothing is taken for wrong.
        if (separator === ' ') expect(mine?.points.max).toBe(expected?.points.max);
        else expect([mine?.status, mine?.points]).toEqual([expected?.status, expected?.points]);
      }
    },
  );
});
