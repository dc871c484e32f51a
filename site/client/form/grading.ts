import type { Lang, Report } from '../../../graders/index.ts';
import type { Grader } from '../grader.ts';

/** A report, and the text it is about. */
export interface Grading {
  readonly report: Report;
  readonly text: string;
  readonly grader: Grader;
  readonly lang: Lang;
  /** Whether a path of the report is the file of the form. */
  readonly isOurs: (path: string) => boolean;
}
