import { counts } from '../../graders/core/report.ts';
import type { Lesson } from '../../graders/course/lessons/lesson.ts';
import { numbered } from '../../graders/course/modules.ts';
import type { WrittenExercise } from '../../graders/course/written.ts';
import type { Text } from '../../graders/index.ts';
import type { Course } from '../load.ts';

/** A part of the course with what there is of it. */
export interface Group {
  /** Absent where it holds nothing but practice. */
  readonly number: number | undefined;
  readonly title: Text;
  readonly about: Text | undefined;
  readonly lessons: readonly Lesson[];
  readonly exercises: readonly WrittenExercise[];
}

/** The parts of the course in order; what an author adds and no part names comes at the end. */
export function groupsOf({ lessons, exercises, modules }: Course): readonly Group[] {
  const byId = new Map(exercises.map((written) => [written.exercise.spec.id, written]));
  const specs = exercises.map(({ exercise }) => exercise.spec);
  const parts = numbered(modules, specs).map(({ module, number }) => ({
    number,
    title: module.title,
    about: module.about,
    lessons: module.lessons.flatMap((id) => lessons.find(({ front }) => front.id === id) ?? []),
    exercises: module.exercises.flatMap((id) => byId.get(id) ?? []),
  }));
  const rest = {
    number: parts.filter(({ number }) => number !== undefined).length + 1,
    title: modules.length > 0 ? { es: 'Y además', en: 'And more' } : { es: 'El curso', en: 'The course' },
    about: undefined,
    lessons: lessons.filter(({ front }) => !modules.some((module) => module.lessons.includes(front.id))),
    exercises: exercises.filter(
      ({ exercise }) => !modules.some(({ exercises: ids }) => ids.includes(exercise.spec.id)),
    ),
  };
  return [...parts, rest].filter((part) => part.lessons.length > 0 || part.exercises.length > 0);
}

/** The exercises that count. */
export const countedOf = ({ exercises }: Pick<Course, 'exercises'>): readonly WrittenExercise[] =>
  exercises.filter(({ exercise }) => counts(exercise.spec));
