import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

export interface Change {
  /** Name of the exercise folder. */
  readonly folder: string;
  /** Path inside of it; undefined when the system did not say. */
  readonly path: string | undefined;
}

/** Long enough for the several writes of one save, short enough to be felt as at once. Milliseconds. */
const pause = 12;
/** Every so many milliseconds files are looked at as well: network folders, containers and a machine that slept tell nothing. */
const round = 3000;

/**
 * Watches the exercises of a course, or another folder of it. Folders are watched, not files: an editor that saves by renaming a new file into
 * place would leave a watcher of the old one deaf.
 */
export class Watch {
  private readonly watchers = new Map<string, FSWatcher>();
  private changes = new Map<string, Change>();
  private timer: NodeJS.Timeout | undefined;
  private stamps: ReadonlyMap<string, string>;
  private readonly rounds: NodeJS.Timeout;

  /**
   * @param tell gets the changes of one save, each path once
   * @param every milliseconds between two rounds over the files
   */
  constructor(
    private readonly exercises: string,
    private readonly tell: (changes: readonly Change[]) => void,
    every = round,
  ) {
    this.follow(() => true);
    this.stamps = stampsIn(exercises);
    this.rounds = setInterval(() => this.lookRound(), every).unref();
  }

  close(): void {
    clearTimeout(this.timer);
    clearInterval(this.rounds);
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }

  /** Starts watching what is there of some of the exercises and is not watched yet. */
  private follow(wanted: (folder: string) => boolean): void {
    this.add('');
    for (const folder of foldersIn(this.exercises).filter(wanted)) {
      this.add(folder);
      for (const inner of foldersUnder(join(this.exercises, folder))) this.add(`${folder}/${inner}`);
    }
  }

  private add(path: string): void {
    if (this.watchers.has(path)) return;
    try {
      const watcher = watch(join(this.exercises, path), (_event, name) => this.noted(path, name ?? undefined));
      watcher.on('error', () => this.drop(path));
      this.watchers.set(path, watcher);
    } catch {
      // Gone between the listing and now; the folder above tells when it is back.
    }
  }

  private drop(path: string): void {
    this.watchers.get(path)?.close();
    this.watchers.delete(path);
  }

  private noted(parent: string, name: string | undefined): void {
    const path = [parent, name].filter((part) => part).join('/');
    const [folder, ...inside] = path.split('/');
    if (folder) this.changes.set(path, { folder, path: inside.join('/') || undefined });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), pause);
  }

  private flush(): void {
    const changes = [...this.changes.values()];
    this.changes = new Map();
    // A folder that was made again is another folder: its old watcher hears nothing more.
    for (const { folder, path } of changes) if (path === undefined) this.dropAll(folder);
    this.follow((name) => changes.some(({ folder }) => folder === name));
    if (changes.length > 0) this.tell(changes);
    this.stamps = stampsIn(this.exercises);
  }

  private lookRound(): void {
    const now = stampsIn(this.exercises);
    const changed = [...new Set([...now.keys(), ...this.stamps.keys()])].filter(
      (path) => now.get(path) !== this.stamps.get(path),
    );
    this.stamps = now;
    for (const path of changed) this.noted('', path);
  }

  private dropAll(folder: string): void {
    for (const path of this.watchers.keys()) if (path === folder || path.startsWith(`${folder}/`)) this.drop(path);
  }
}

function foldersIn(path: string): readonly string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

function foldersUnder(path: string): readonly string[] {
  return foldersIn(path).flatMap((name) => [
    name,
    ...foldersUnder(join(path, name)).map((inner) => `${name}/${inner}`),
  ]);
}

/** Date, size and place on the disk of every file, by its path. */
function stampsIn(exercises: string): ReadonlyMap<string, string> {
  const stamps = new Map<string, string>();
  for (const path of ['', ...foldersUnder(exercises)]) {
    for (const name of filesIn(join(exercises, path))) {
      const stats = statOf(join(exercises, path, name));
      if (stats) stamps.set(path === '' ? name : `${path}/${name}`, `${stats.mtimeMs} ${stats.size} ${stats.ino}`);
    }
  }
  return stamps;
}

/** A link that leads nowhere, or to itself, has none. */
function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function filesIn(path: string): readonly string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
