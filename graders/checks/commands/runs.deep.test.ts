import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../core/source.ts';
import { listFolders } from '../../course/folders.ts';
import { readExercise, readReference, readVariants } from '../../course/solutions.ts';
import { grade } from '../../grade.ts';
import { runs } from '../../vitest/quick.ts';

const root = process.cwd();

/** Exercises with a script: each answer is graded after all the others, as in a class, and alone, as on a new desk. */
const exercises = listFolders(root).flatMap(({ name }) => {
  const exercise = readExercise(root, name);
  return exercise?.spec.answers.some(({ format }) => format === 'shell') ? [{ name, exercise }] : [];
});

/** What somebody does to a line of a text: most of it only moves what stands below. */
const edits: readonly ((line: string) => string)[] = [
  (line) => `# x\n${line}`,
  (line) => `\n\n${line}`,
  (line) => `${line} # x`,
  (line) => line.replace(/\b\w(?=\w*$)/, 'x'),
  (line) => line.slice(0, -1),
  () => '',
  (line) => `${line}\n${line}`,
  (line) => ` ${line}`,
];

const edited = (text: string, edit: number, line: number): string =>
  text
    .split('\n')
    .map((one, index, { length }) => (index === line % length ? (edits[edit]?.(one) ?? one) : one))
    .join('\n');

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

  it('gets the grade that it would get alone, places and traces included, after whatever was typed before', () => {
    const reference = readReference(root, exercise).answers;
    const edit = fc.record({
      answer: fc.nat(reference.length - 1),
      edit: fc.nat(edits.length - 1),
      line: fc.nat(400),
      // Goes back to what the reference says, and on from there.
      anew: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 3, maxLength: 8 }), (typed) => {
        let answers: readonly Source[] = reference;
        for (const { answer, edit, line, anew } of typed) {
          answers = (anew ? reference : answers).map((one, index) =>
            index === answer ? { ...one, text: edited(one.text, edit, line) } : one,
          );
          const alone = { ...exercise, given: [...exercise.given] };
          expect(grade(exercise, answers)).toEqual(grade(alone, answers));
        }
      }),
      { numRuns: runs(6) },
    );
  }, 240_000);
});
