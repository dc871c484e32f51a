import type { Report, Source } from '../../graders/index.ts';
import type { AnswerShape } from '../../graders/theory/answer-text.ts';
import type { TerminalScripts } from './terminal-data.ts';

/** What an exercise page carries for its script, in the element `#datos`. What is right is not in the page. */
export interface PageData {
  readonly id: string;
  readonly folder: string;
  readonly starter: readonly Source[];
  readonly given: readonly Source[];
  /** How the answers of the exercise that this one continues were at the start. */
  readonly earlier?: readonly Source[];
  /** Files to read beside the answer that the grader does not look at. */
  readonly aids: readonly Source[];
  /** The answer that can be given in a form, where the exercise has one. */
  readonly form?: AnswerFormData;
  /** Its terminal, where the exercise asks for commands. */
  readonly terminal?: TerminalScripts;
  /** Address of the script with the spec of the exercise, which comes with the graders. */
  readonly spec: string;
  /** Address of the editor's script. */
  readonly editor: string;
  /** Address of the script that draws the answer, where it is one that can be drawn. */
  readonly picture?: string;
  /** A trace can be walked through in the drawing. */
  readonly walks?: true;
}

/** The literal answer of an exercise and what it asks for, in the order of the file. */
export interface AnswerFormData {
  readonly file: string;
  readonly sections: readonly SectionData[];
}

export interface SectionData extends AnswerShape {
  /** Id of the check that grades the section. */
  readonly check: string;
}

/** The `Server-Timing` that the server of a study session sends with each page, which then listens to it. */
export const sessionMark = 'timonel-session';

/** An event `report` of `/eventos`: an answer was saved on disk and graded by the study session. */
export interface SessionReport {
  readonly report: Report;
  /** The answer files as they are on disk, by the names the exercise gives them. */
  readonly answers: readonly Source[];
}

/**
 * An event `pages` of `/eventos`: files of the site that the session has written anew, by their paths from its root, and when, in
 * milliseconds since 1970.
 */
export type PagesWritten = readonly (readonly [path: string, at: number])[];
