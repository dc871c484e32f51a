import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { continued } from '../../continued.ts';
import { listFolders } from '../../course/folders.ts';
import { type AuthoredExercise, readExercise, readReference, readVariants } from '../../course/solutions.ts';
import { grade } from '../../grade.ts';
import { openExerciseLab, runBatch } from '../../lab.ts';
import { root } from '../../vitest/course.ts';
import { few } from '../../vitest/quick.ts';

const exercises = listFolders(root).flatMap(({ name }) => readExercise(root, name) ?? []);
const withCommands = exercises.filter(({ spec }) => spec.answers.some(({ format }) => format === 'shell'));

/** What a terminal shows when the reference of an exercise is carried out. */
function session(exercise: AuthoredExercise): string {
  const { answers } = readReference(root, exercise);
  const script = answers.find((_, index) => exercise.spec.answers[index]?.format === 'shell');
  if (!script) throw new Error('no commands');
  const others = answers.filter((one) => one !== script);
  const { steps, end, exit } = runBatch(openExerciseLab(exercise, others), script, 'es');
  const shown = steps.map(({ command, output }) => `$ ${command}\n${output}`).join('');
  // Answers come with CRLF, which Git would not keep.
  return `${shown}[${end.how} ${exit}]\n`.replaceAll('\r', '');
}

describe('the commands of the references', () => {
  it.each(few(withCommands, 2).map((one) => [one.spec.number, one] as const))(
    '%i reads like a terminal',
    async (number, one) => {
      await expect(session(one)).toMatchFileSnapshot(join(import.meta.dirname, `transcripts/${number}.txt`));
    },
  );
});

describe('an exercise that goes on with an earlier one', () => {
  const going = exercises.flatMap((one) => {
    const earlier = exercises.find(({ spec }) => spec.id === one.spec.continues?.exercise);
    return earlier ? [[one.spec.number, earlier.spec.number, one, earlier] as const] : [];
  });
  const named = (
    exercise: AuthoredExercise,
    answers: readonly { readonly text: string }[],
    wanted: readonly string[],
  ) =>
    wanted.map((path) => ({
      path,
      text: answers[exercise.spec.answers.findIndex(({ file }) => file === path)]?.text ?? '',
    }));

  it.each(going)('%i takes every good answer of %i', (_, __, exercise, earlier) => {
    const files = exercise.spec.continues?.files ?? [];
    const reference = readReference(root, exercise).answers;
    for (const { name, answers } of [readReference(root, earlier), ...few(readVariants(root, earlier, 'accepted'))]) {
      const own = continued(exercise, named(earlier, answers, files));
      expect(own.given, name).not.toEqual(exercise.given);
      const { points, checks } = grade(own, reference);
      const wrong = checks.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
      expect({ name, max: points.max, wrong }).toEqual({ name, max: points.of, wrong: [] });
    }
  });

  it.each(going)('%i stays as it is given while %i is not answered', (_, __, exercise, earlier) => {
    const files = exercise.spec.continues?.files ?? [];
    expect(continued(exercise, named(earlier, earlier.starter, files))).toBe(exercise);
    expect(continued(exercise, [])).toBe(exercise);
  });
});
