import type { Exercise } from '../../graders/index.ts';

/** What an exercise page carries for its script, in the element `#datos`. */
export interface PageData {
  readonly exercise: Exercise;
}

/** An event `report` of `/eventos`: an answer was saved on disk and graded by the study session. */
export interface SessionReport {
  readonly report: import('../../graders/index.ts').Report;
  /** The answer files as they are on disk, in the order of the exercise's `answers`. */
  readonly answers: readonly import('../../graders/index.ts').Source[];
}
