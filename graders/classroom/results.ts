import type { Points } from '../core/report.ts';
import type { Text } from '../core/text.ts';
import type { ExerciseJson } from '../render/json.ts';

/**
 * What a class is graded into. Every gradebook, report and comparison is written from this and from nothing else, so
 * it holds no time and no path of a machine: grading the same files again gives the same bytes.
 */
export interface ClassResults {
  readonly version: 1;
  /** In the order of the course. */
  readonly exercises: readonly ClassExercise[];
  /** By id. */
  readonly submissions: readonly GradedSubmission[];
  /** What was odd about the folder of the class itself: entries that are no submission. */
  readonly remarks: readonly Remark[];
}

export interface ClassExercise {
  readonly id: string;
  readonly number: number;
  readonly folder: string;
  readonly title: Text;
  /** The most points it can give. */
  readonly of: number;
  readonly enough: number;
  /** Its checks, in order, with their titles. */
  readonly checks: readonly { readonly id: string; readonly title: Text; readonly of: number }[];
}

/** What one student, or one group, handed in. */
export interface GradedSubmission {
  /**
   * Of the name of the entry, without its extension: what other formats match students by. Unique, also where case does
   * not count, and safe as the name of a file.
   */
  readonly id: string;
  /** Name of the entry in the folder of the class. */
  readonly entry: string;
  /** Who it is, as far as the name of the entry or its files say. */
  readonly student: { readonly name?: string; readonly email?: string; readonly number?: string };
  readonly points: Points;
  readonly exercises: readonly GradedAnswer[];
  /** What was odd about it: a file that is a link, an archive that was cut, a layout that was guessed. */
  readonly remarks: readonly Remark[];
}

/** A sentence about a submission, and the file it is about. */
export interface Remark {
  readonly path: string;
  readonly message: Text;
}

export interface GradedAnswer {
  readonly report: ExerciseJson;
  /** The answer files that were handed in, as text. */
  readonly answers: readonly { readonly path: string; readonly text: string }[];
  /** Of the texts, the definition of the exercise and the engine: what is equal is graded once. */
  readonly key: string;
}
