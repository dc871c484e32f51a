import { join } from 'node:path';
import { entriesOf, readIfThere } from '../entries.ts';
import type { LessonRead } from './lesson.ts';
import { readLesson } from './read.ts';

const folder = 'site/lecciones';

/** Every lesson of a course, in the order of their files. Those whose front matter can be read are put in their own order. */
export function readLessons(root: string): readonly LessonRead[] {
  const files = entriesOf(join(root, folder)).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return files
    .map((name) => readLesson({ path: `${folder}/${name}`, text: readIfThere(join(root, folder, name)) }))
    .sort((a, b) => (a.lesson?.front.order ?? 0) - (b.lesson?.front.order ?? 0));
}
