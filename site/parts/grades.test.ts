import { beforeAll, describe, expect, it } from 'vitest';
import { readExercise, readVariants } from '../../graders/course/solutions.ts';
import { grade } from '../../graders/index.ts';
import { attemptsOf } from '../browser/course.ts';
import type { Grader } from '../client/grader.ts';
import { sayAll } from '../client/parts/say-all.ts';
import { loadCourse } from '../load.ts';
import { Memory } from '../memory.ts';
import { entries } from './entries.ts';
import { Statements } from './functions.ts';
import { keptUses } from './kept-uses.ts';
import { readModules } from './modules.ts';
import { withShortNames } from './names.ts';
import { splitModules } from './split.ts';
import { Trial } from './trial.ts';
import { usesOf } from './uses.ts';

const root = process.cwd();
const course = loadCourse(root, root, new Memory());

/** Of the answers that are not tried to split the graders: each of them takes some seconds for its exercise, so one in so many. */
const every = 5;

/** What is split by what some answers run gives others, which run more, the same grades. */
describe('the graders in parts', () => {
  let cut: Trial | undefined;

  beforeAll(async () => {
    const whole = Object.values(entries);
    const read = await readModules(root, whole);
    const statements = new Statements();
    const uses = keptUses(root, course, read, () => usesOf(root, course, new Trial(read, statements)));
    const [modules] = splitModules(read, uses, statements);
    expect(modules.length).toBeGreaterThan(read.length);
    cut = new Trial(withShortNames(modules, whole), statements);
  });

  it.each(course.exercises.map((written) => ({ written, folder: written.exercise.folder })))(
    'grade answers to $folder as the whole does',
    ({ written }) => {
      const { exercise } = written;
      const authored = readExercise(root, exercise.folder);
      const variants = authored
        ? (['accepted', 'rejected'] as const).flatMap((kind) =>
            readVariants(root, authored, kind).filter((_, index) => index % every === every - 1),
          )
        : [];
      const paths = exercise.spec.answers.map(({ file }) => file);
      const answers = [
        ...attemptsOf(root, written),
        ...variants.map((one) => ({
          ...one,
          answers: one.answers.map(({ text }, index) => ({ path: paths[index] ?? '', text })),
        })),
      ];
      const grades = answers.map((one) => [one.name, JSON.stringify(grade(exercise, one.answers))]);
      const found: unknown[] = [];
      cut?.usedBy(
        entries.grader,
        answers.map((one) => ({ grader }: { readonly grader: Grader }) => {
          found.push([one.name, JSON.stringify(sayAll(grader, grader.grade(exercise, one.answers)))]);
        }),
      );
      expect(found).toEqual(grades);
    },
  );
});
