import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Source } from '../../core/source.ts';
import { listFolders } from '../../course/folders.ts';
import { exercisesIn, inExercise } from '../../course/paths.ts';
import { type AuthoredExercise, readExercise, readReference } from '../../course/solutions.ts';

/** A copy of the course, without its site and solutions, in which somebody answered every exercise as its reference does. */
export class AnsweredCourse {
  readonly root = mkdtempSync(join(tmpdir(), 'timonel-bench-'));
  readonly exercises: readonly AuthoredExercise[];

  constructor(root: string) {
    cpSync(exercisesIn(root), exercisesIn(this.root), { recursive: true });
    this.exercises = listFolders(root).flatMap(({ name }) => readExercise(root, name) ?? []);
    for (const exercise of this.exercises) this.save(exercise, readReference(root, exercise).answers);
  }

  /** Writes over the files of an answer. */
  save({ folder }: AuthoredExercise, answers: readonly Source[]): void {
    for (const { path, text } of answers) {
      writeFileSync(inExercise(this.root, folder, path.slice(path.lastIndexOf('/') + 1)), text);
    }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}
