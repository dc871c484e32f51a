import type { Graded } from '../cli/grading.ts';
import type { Lang } from '../core/text.ts';
import { textsOf } from '../render/places.ts';
import { type Palette, plain } from '../render/terminal/palette.ts';
import { reportLines } from '../render/terminal/report.ts';

/** What a test of an answer hands to the reporter: facts, which are put into words where the terminal is known. */
export interface Outcome extends Pick<Graded, 'report' | 'sources'> {
  /** Names of the answer files; the others belong to the exercise. */
  readonly answers: readonly string[];
}

declare module 'vitest' {
  interface TaskMeta {
    timonel?: Outcome;
  }
}

export function outcomeOf({ report, sources, opened }: Graded): Outcome {
  return { report, sources, answers: (opened.exercise?.spec.answers ?? []).map(({ file }) => file) };
}

/** The same screen as `timonel grade`. */
export function sayOutcome({ report, sources, answers }: Outcome, lang: Lang, palette: Palette, width = 100): string {
  const shownPath = (path: string) => `exercises/${report.folder}/${path}`;
  const screen = { lang, palette, width, textOf: textsOf(sources), shownPath };
  return reportLines(report, screen, { answers: answers.map(shownPath) }).join('\n');
}

/** A wrong answer, as a test runner may print it: the screen and no stack, which would only show the runner's own. */
export class WrongAnswer extends Error {
  override readonly name = 'Timonel';

  constructor(outcome: Outcome, lang: Lang) {
    super(`\n${sayOutcome(outcome, lang, plain)}\n`);
    this.stack = '';
  }
}
