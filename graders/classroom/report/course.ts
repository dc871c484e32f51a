import type { Text } from '../../core/text.ts';
import { openExercise } from '../../course/exercises.ts';
import { listFolders } from '../../course/folders.ts';
import { readLessons } from '../../course/lessons/course.ts';
import { readWritten } from '../../course/written.ts';
import type { ClassResults } from '../results.ts';
import type { Common } from '../similar/forms.ts';

/** What a report tells of the course besides the results. */
export interface CourseFacts {
  /** The lesson that prepares for an exercise, by the id of the exercise. */
  readonly lessonOf: ReadonlyMap<string, { readonly id: string; readonly title: Text }>;
  /** What is nobody's own in an answer to an exercise. */
  readonly commonOf: ReadonlyMap<string, Common>;
}

/**
 * Reads them.
 * @param root absolute path of the course
 */
export function courseFacts(root: string, { exercises }: ClassResults): CourseFacts {
  const lessons = new Map(
    readLessons(root).flatMap(({ lesson }) => (lesson ? [[lesson.front.id, lesson.front.title] as const] : [])),
  );
  const wanted = new Set(exercises.map(({ folder }) => folder));
  const opened = listFolders(root)
    .filter(({ name }) => wanted.has(name))
    .flatMap((folder) => openExercise(root, folder).exercise ?? []);
  return {
    lessonOf: new Map(
      opened.flatMap(({ spec }) => {
        const title = lessons.get(spec.lesson);
        return title ? [[spec.id, { id: spec.lesson, title }] as const] : [];
      }),
    ),
    commonOf: new Map(
      opened.map((exercise) => {
        const { spec, starter, given } = exercise;
        const { statement, reference } = readWritten(root, exercise);
        const formats = new Map(spec.answers.map(({ file, format }) => [file, format]));
        const texts = [statement, ...given.map(({ text }) => text)];
        return [spec.id, { formats, answers: [...starter, ...reference], texts }] as const;
      }),
    ),
  };
}
