import { join } from 'node:path';
import { nearest } from '../../core/nearest.ts';
import { entriesOf } from '../../course/entries.ts';
import { lessonFolder } from '../../course/lessons/course.ts';
import type { AuthoredExercise } from '../../course/solutions.ts';
import { spanAt } from '../../parse/yaml/located.ts';
import { type Problem, problemAt } from './problem.ts';

/** An exercise names a lesson that is there. A course may have none, and then any name will do. */
export function lessonProblems(root: string, { spec, specFile }: AuthoredExercise): readonly Problem[] {
  const ids = entriesOf(join(root, lessonFolder)).flatMap((name) => /^(?!README)(.+)\.md$/.exec(name)?.[1] ?? []);
  if (ids.length === 0 || ids.includes(spec.lesson)) return [];
  const meant = nearest(spec.lesson, ids);
  const words = {
    es: `ninguna lección de \`${lessonFolder}/\` tiene el id ${spec.lesson}${meant ? `. ¿Será ${meant}?` : ''}`,
    en: `no lesson of \`${lessonFolder}/\` has the id ${spec.lesson}${meant ? `. Is it ${meant}?` : ''}`,
  };
  return [problemAt(specFile.source, spanAt(spec, ['lesson']), words)];
}
