import type { Exercise, Report, Source } from '../../graders/index.ts';

/** What an exercise page carries for its script, in the element `#datos`. */
export interface PageData {
  readonly exercise: Exercise;
  /** Files to read beside the answer that the grader does not look at. */
  readonly aids: readonly Source[];
  /** Address of the grader's script, from the page. */
  readonly grader: string;
}

/** An event `report` of `/eventos`: an answer was saved on disk and graded by the study session. */
export interface SessionReport {
  readonly report: Report;
  /** The answer files as they are on disk, by the names the exercise gives them. */
  readonly answers: readonly Source[];
}
