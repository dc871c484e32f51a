import type { Source } from '../../core/source.ts';

/** Files that remember whether anybody has looked at them. */
export class Watch {
  /** Names and texts of those that were looked at. */
  private readonly seen = new Map<string, string>();
  /** The same files, of the same names; whoever asks one for its text has looked at it. */
  readonly files: readonly Source[];

  /** @param seen names of those that were looked at before */
  constructor(files: readonly Source[], seen: Iterable<string> = []) {
    const { seen: known } = this;
    this.files = files.map(({ path, text }) => ({
      path,
      get text() {
        known.set(path, text);
        return text;
      },
    }));
    const before = new Set(seen);
    for (const file of this.files) if (before.has(file.path)) void file.text;
  }

  /** Names of the files that were looked at so far. */
  get read(): ReadonlySet<string> {
    return new Set(this.seen.keys());
  }

  /** Whether each file that was looked at, or each of some of them, has the same text among others. */
  holds(files: readonly Source[], names: Iterable<string> = this.seen.keys()): boolean {
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    for (const name of names) if (texts.get(name) !== this.seen.get(name)) return false;
    return true;
  }
}
