import type { FileEntries, Moment } from '../../lab/terminal/index.ts';
import type { Watch } from './watch.ts';

/** Moments that are kept of one run. */
const most = 48;

/** A moment of a run. */
export interface Kept {
  readonly moment: Moment;
  /** Names of the learner's files that had been looked at until then. */
  readonly read: ReadonlySet<string>;
  /** The learner's files as the desk of the run had them at first. */
  readonly entries: FileEntries;
}

/** The moments of a run between its statements; of a long one, some of them. */
export class Moments {
  private kept: readonly Kept[];

  /** @param before those of the run that it goes on from, up to the one with which it begins */
  constructor(
    private readonly watch: Watch,
    private readonly entries: FileEntries,
    before: readonly Kept[] = [],
  ) {
    this.kept = before;
  }

  get all(): readonly Kept[] {
    return this.kept;
  }

  /** Whatever puts a file somewhere else (an image, a container, a copy) looks at it: nobody but the folder has one that is not in `read`. */
  readonly add = (moment: Moment): void => {
    const kept = [...this.kept, { moment, read: this.watch.read, entries: this.entries }];
    this.kept = kept.length > most ? kept.filter((_, index) => index % 2 === 0) : kept;
  };
}
