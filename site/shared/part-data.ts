import type { Happened } from '../../graders/checks/predictions/recall.ts';

/** What a page begins with: the graders of an exercise, the lab of a lesson's examples, the lab behind a terminal. */
export type EntryName = 'grader' | 'lab' | 'engine';

/** What a page uses of the graders: what it begins with, and the picture of an answer, which comes once its grade is told. */
export type UseName = EntryName | 'picture';

/**
 * The parts that graders and labs are cut into, as a page that may need one of them knows them: in the element `#partes`. A part is
 * a script with modules in it, the same for all pages.
 */
export interface PartTable {
  /** Addresses of the parts, from the page. */
  readonly files: readonly string[];
  /** The number of the first module of each part, in their order. */
  readonly starts: readonly number[];
  /** The numbers of the modules to begin with. */
  readonly entries: Readonly<Record<EntryName, number>>;
  /** Which parts the page is likely to need of each; the others come when something they hold is used. */
  readonly first: Readonly<Partial<Record<UseName, readonly number[]>>>;
}

/** What graders and lab are cut into, for all pages. */
export interface MadeParts {
  readonly table: Pick<PartTable, 'files' | 'starts' | 'entries'>;
  /** Which parts each use of the site needs. */
  readonly uses: Readonly<Record<string, readonly number[]>>;
  /** What the lab answers to the questions of exercises, by their fingerprints: no page has to ask it again. */
  readonly happened: Readonly<Record<string, readonly Happened[]>>;
}

/** The name of a use of the site: the graders of an exercise, its picture, the examples of a lesson, the terminal of an exercise. */
export const useOf = (what: UseName, name: string): string => `${what}/${name}`;

/** What is used there. */
export const usedIn = (use: string): UseName => use.slice(0, use.indexOf('/')) as UseName;
