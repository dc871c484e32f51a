import type { ClassExercise } from '../../graders/classroom/results.ts';
import type { Exercise, Lang, Source, Text } from '../../graders/index.ts';

/** What the page of a class carries for its script, in the element `#datos`. */
export interface ClassData {
  /** Address of the script that grades, which also runs as a worker. */
  readonly judge: string;
  /** Address of the script with the exercises as they are graded. */
  readonly course: string;
  /** In the order of the course. */
  readonly exercises: readonly ClassExercise[];
  /** The lesson of each exercise, by its id, where the site has it. */
  readonly lessons: Readonly<Record<string, { readonly title: Text; readonly href: string }>>;
}

/** One answer to be graded. */
export interface JudgeQuestion {
  readonly id: number;
  /** Without what somebody made in an earlier exercise. */
  readonly exercise: Exercise;
  readonly answers: readonly Source[];
  /** The answers of the exercise that this one goes on from. */
  readonly earlier: readonly Source[];
  readonly lang: Lang;
}

/** Why a file is nobody's progress. */
export type UnreadWhy = 'json' | 'format' | 'version' | 'damaged' | 'large' | 'many' | 'unreadable';
