import { counts } from '../../core/report.ts';
import type { Lang } from '../../core/text.ts';
import type { Module } from '../../course/modules.ts';
import type { Progress } from '../../course/progress.ts';
import type { Palette } from '../../render/terminal/palette.ts';
import type { Graded } from '../grading.ts';

/** Columns and rows of the terminal. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** How a session looks to its person. */
export interface Look {
  readonly palette: Palette;
  /** A screen is drawn, whose text the keys move; if not, lines follow one another. */
  readonly draws: boolean;
  /** Absolute path of the course. */
  readonly root: string;
  /** Where the person stands: paths are shown from here. */
  readonly cwd: string;
}

/** What is written for people beside an exercise. */
export interface Prose {
  readonly folder: string;
  readonly statement: string;
  /** Empty while nobody has written it. */
  readonly explanation: string;
  readonly reference: readonly { readonly path: string; readonly text: string }[];
}

/** What the body of the screen shows. */
export type Panel =
  | { readonly kind: 'exercise' }
  | { readonly kind: 'statement' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'hints' }
  | { readonly kind: 'trace' }
  | { readonly kind: 'diff' }
  | { readonly kind: 'solution' }
  /** The page of a finding. `markdown` is absent while it is read. */
  | { readonly kind: 'finding'; readonly id: string; readonly markdown?: string }
  | {
      readonly kind: 'list';
      readonly filter: string;
      /** The keys go to the filter. */
      readonly typing: boolean;
      readonly pendingOnly: boolean;
      /** Folder under the cursor. */
      readonly selected: string | undefined;
    };

/** Something that is only done after a yes. */
export type Question = 'reset' | 'solution';

/** A line about what has just been done. */
export type Notice =
  | { readonly kind: 'left-as-is' }
  | { readonly kind: 'no-more-hints' }
  | { readonly kind: 'nothing-to-explain' }
  | { readonly kind: 'nothing-held-back' }
  | { readonly kind: 'nothing-to-undo' }
  | { readonly kind: 'all-done' }
  | { readonly kind: 'unknown-key'; readonly key: string }
  /** Other exercises that the same save touched. */
  | { readonly kind: 'also-graded'; readonly folders: readonly string[] }
  /** A sentence that the shell has made: what became of an effect. */
  | { readonly kind: 'said'; readonly text: string };

/** A file and the copy that a reset kept of it. */
export interface Kept {
  readonly file: string;
  readonly copy: string;
}

/** All that the screen of a session is made of. */
export interface State {
  readonly lang: Lang;
  readonly look: Look;
  readonly size: Size;
  /** Address of the pages; empty until they are served. */
  readonly url: string;
  /** In the order of the course. */
  readonly results: readonly Graded[];
  /** The parts of the course. */
  readonly modules: readonly Module[];
  readonly progress: Progress;
  /** Folder of the exercise at hand; undefined in a course without any. */
  readonly current: string | undefined;
  readonly panel: Panel;
  /** First line of the body that is shown. */
  readonly scroll: number;
  readonly question?: Question | undefined;
  readonly notice?: Notice | undefined;
  /** A line about the pages while they are built, or when they could not be. */
  readonly site?: string | undefined;
  /** The results that predictions and judgements hold back are shown. */
  readonly reveal: boolean;
  readonly prose?: Prose | undefined;
  /** The last grading of the exercise at hand in this session. */
  readonly graded?: { readonly at: Date; readonly milliseconds: number } | undefined;
  /** The last reset can be undone. */
  readonly undo?: { readonly folder: string; readonly kept: readonly Kept[] } | undefined;
  /** The exercise at hand was passed by the last save, or finished its module. */
  readonly celebrates?: boolean;
}

/** What happens to a session. */
export type Event =
  /** By its name (`up`, `pagedown`, `return`, `escape`, `backspace`) or the character itself. */
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'resized'; readonly size: Size }
  | {
      readonly kind: 'graded';
      /** The exercises that a save changed. */
      readonly changed: readonly Graded[];
      readonly results: readonly Graded[];
      readonly at: Date;
      readonly milliseconds: number;
    }
  /** Exercises that go on with one that was saved have another grade now. */
  | { readonly kind: 'followed'; readonly changed: readonly Graded[]; readonly results: readonly Graded[] }
  | { readonly kind: 'site'; readonly text: string | undefined }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'prose'; readonly prose: Prose }
  | { readonly kind: 'finding-page'; readonly id: string; readonly markdown: string }
  | { readonly kind: 'kept'; readonly folder: string; readonly kept: readonly Kept[] }
  | { readonly kind: 'undone' }
  | { readonly kind: 'said'; readonly text: string };

/** What the shell is asked to do; what becomes of it comes back as an event. */
export type Effect =
  | { readonly do: 'read-prose'; readonly folder: string }
  | { readonly do: 'read-finding'; readonly id: string }
  | { readonly do: 'remember-grading'; readonly folder: string; readonly at: Date }
  | { readonly do: 'remember-hint'; readonly id: string; readonly number: number }
  | { readonly do: 'remember-solution'; readonly id: string }
  | { readonly do: 'reset'; readonly folder: string }
  | { readonly do: 'undo'; readonly kept: readonly Kept[] }
  | { readonly do: 'browse'; readonly url: string }
  | { readonly do: 'quit' };

export interface Step {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export function currentOf({ results, current }: State): Graded | undefined {
  return results.find(({ opened }) => opened.folder.name === current);
}

export const folderOf = ({ opened }: Graded): string => opened.folder.name;

export const isDone = ({ report }: Graded): boolean => report.status === 'pass' || report.status === 'review';

/** How many of the exercises that count are done. */
export function advanceOf(results: readonly Graded[]): { readonly done: number; readonly all: number } {
  const counted = results.filter(({ report }) => counts(report));
  return { done: counted.filter(isDone).length, all: counted.length };
}
