import { existsSync, readFileSync } from 'node:fs';
import { listFolders } from '../../course/folders.ts';
import { lessonNamed } from '../../course/lessons/course.ts';
import { inExercise } from '../../course/paths.ts';
import { withPreparation } from '../../course/preparation.ts';
import { readExercise } from '../../course/solutions.ts';
import { writeText } from './files.ts';

/** Writes into every statement which sections of its lesson prepare for it, and the pages that the lesson is made from. */
export function generatePreparation(root: string): void {
  for (const { name } of listFolders(root)) {
    const spec = readExercise(root, name)?.spec;
    const file = inExercise(root, name, 'enunciado.md');
    if (!spec || !existsSync(file)) continue;
    writeText(file, withPreparation(readFileSync(file, 'utf8'), spec, lessonNamed(root, spec.lesson)));
  }
}
