import type { ExerciseSpec } from '../../checks/kinds.ts';
import { listFolders } from '../../course/folders.ts';
import { readLessons } from '../../course/lessons/course.ts';
import type { LessonRead } from '../../course/lessons/lesson.ts';
import { modulesOf } from '../../course/modules.ts';
import { readSpec } from '../../course/solutions.ts';
import { catalogue } from '../../render/catalogue.ts';
import type { Around } from './problems.ts';

/** The lessons of a repository and what they may lead to. */
export function lessonsOf(root: string): { readonly lessons: readonly LessonRead[]; readonly around: Around } {
  const lessons = readLessons(root);
  const specs = listFolders(root).flatMap(({ name }) => {
    const spec = readSpec(root, name).documents[0]?.value as ExerciseSpec | undefined;
    return spec ? [spec] : [];
  });
  const written = lessons.flatMap(({ lesson }) => lesson?.front.id ?? []);
  const planned = modulesOf(root).flatMap((module) => module.lessons);
  return { lessons, around: { specs, lessons: [...new Set([...planned, ...written])], rules: [...catalogue.keys()] } };
}
