import { readdirSync } from 'node:fs';
import { counts } from '../../core/report.ts';
import { type OpenedExercise, openExercise } from '../../course/exercises.ts';
import { listFolders } from '../../course/folders.ts';
import type { Course } from '../intake/submission.ts';

/** An exercise of the instructor's that cannot be graded by. */
export class BrokenCourse extends Error {
  constructor(readonly exercise: OpenedExercise) {
    super(exercise.folder.name);
  }
}

/**
 * Opens every exercise of a course; a class is graded by those that count.
 * @param root absolute path of the course
 * @param build folder of the running bundle
 * @throws {BrokenCourse} where one cannot be graded by
 */
export function openCourse(root: string, build?: string): Course {
  const all = listFolders(root).map((folder) => {
    const found = openExercise(root, folder, build);
    if (!found.exercise) throw new BrokenCourse(found);
    return found.exercise;
  });
  const opened = all.filter(({ spec }) => counts(spec));
  const practice = all.flatMap(({ spec, folder }) => (counts(spec) ? [] : [folder]));
  const exercises = opened.map(({ spec, folder }) => ({
    folder,
    number: spec.number,
    slug: spec.id,
    answers: spec.answers,
  }));
  const furniture = new Set(readdirSync(root).filter((name) => name !== 'exercises'));
  return { opened, exercises, practice, furniture };
}
