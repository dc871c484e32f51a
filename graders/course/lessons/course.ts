import { join } from 'node:path';
import type { Source } from '../../core/source.ts';
import { entriesOf, readIfThere } from '../entries.ts';
import type { Lesson, LessonRead } from './lesson.ts';
import { readLesson } from './read.ts';

/** Where a course keeps its lessons. */
export const lessonFolder = 'site/lecciones';

/**
 * Every lesson of a course, in the order of their files. Those whose front matter can be read are put in their own order.
 * @param read understands one lesson
 */
export function readLessons(root: string, read: (source: Source) => LessonRead = readLesson): readonly LessonRead[] {
  const files = entriesOf(join(root, lessonFolder)).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return files
    .map((name) => read({ path: `${lessonFolder}/${name}`, text: readIfThere(join(root, lessonFolder, name)) }))
    .sort((a, b) => (a.lesson?.front.order ?? 0) - (b.lesson?.front.order ?? 0));
}

/** The lesson with an id, where there is one that can be read. */
export function lessonNamed(root: string, id: string): Lesson | undefined {
  const path = `${lessonFolder}/${id}.md`;
  const text = readIfThere(join(root, path));
  return text === '' ? undefined : readLesson({ path, text }).lesson;
}
