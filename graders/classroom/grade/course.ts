import { readdirSync } from 'node:fs';
import { enoughOf } from '../../core/exercise.ts';
import { tidy } from '../../core/report.ts';
import { type OpenedExercise, openExercise } from '../../course/exercises.ts';
import { listFolders } from '../../course/folders.ts';
import type { Exercise } from '../../exercise.ts';
import { checkKinds } from '../../generated/kinds.ts';
import type { Course } from '../intake/submission.ts';
import type { ClassExercise } from '../results.ts';

/** An exercise of the instructor's that cannot be graded by. */
export class BrokenCourse extends Error {
  constructor(readonly exercise: OpenedExercise) {
    super(exercise.folder.name);
  }
}

/**
 * Opens every exercise of a course.
 * @param root absolute path of the course
 * @param build folder of the running bundle
 * @throws {BrokenCourse} where one cannot be graded by
 */
export function openCourse(root: string, build?: string): Course {
  const opened = listFolders(root).map((folder) => {
    const found = openExercise(root, folder, build);
    if (!found.exercise) throw new BrokenCourse(found);
    return found.exercise;
  });
  const exercises = opened.map(({ spec, folder }) => ({
    folder,
    number: spec.number,
    slug: spec.id,
    answers: spec.answers,
  }));
  const furniture = new Set(readdirSync(root).filter((name) => name !== 'exercises'));
  return { opened, exercises, furniture };
}

/** What the results say of an exercise, whatever anybody answered. */
export function aboutExercise({ spec, folder }: Exercise): ClassExercise {
  const of = tidy(spec.checks.reduce((sum, { points = 0 }) => sum + points, 0));
  const checks = spec.checks.map(({ id, kind, title, points = 0 }) => ({
    id,
    title: title ?? checkKinds[kind].title,
    of: points,
  }));
  return { id: spec.id, number: spec.number, folder, title: spec.title, of, enough: enoughOf(spec, of), checks };
}
