import type { Text } from '../core/text.ts';

/** `exercises/course.yaml`: what a course is besides its exercises. */
export interface CourseFile {
  /** The parts of the course, in order. What none of them names comes at the end. */
  readonly modules?: readonly CoursePart[];
  /** How many answers the author gate asks of each exercise; six and ten when omitted. */
  readonly answers?: {
    /** Right answers besides the reference. */
    readonly accepted?: number;
    /** Typical wrong ones. */
    readonly rejected?: number;
  };
}

/** A part of the course. */
export interface CoursePart {
  readonly title: Text;
  readonly about?: Text;
  /** Ids of the lessons that prepare for it, in order. */
  readonly lessons?: readonly string[];
  /** Ids of its exercises, in order. */
  readonly exercises?: readonly string[];
}
