import { canonical, type Entry, type Files } from '../files/files.ts';
import { parentOf } from '../files/paths.ts';
import type { Machine } from '../machine.ts';

/** What a user may do with an entry: 4 to read, 2 to write, 1 to execute, or to go through a directory. */
function may({ uid, gid }: Machine, entry: Entry, bit: 1 | 2 | 4): boolean {
  const shift = entry.uid === uid ? 6 : entry.gid === gid ? 3 : 0;
  return ((entry.mode >> shift) & bit) !== 0;
}

/**
 * Whether the user of a process reaches a path: may go through every directory above it. `/root` is closed to others.
 * @see https://man7.org/linux/man-pages/man7/path_resolution.7.html
 */
function mayReach(machine: Machine, path: string): boolean {
  if (machine.uid === 0) return true;
  const above = directoriesAbove(machine.files, path);
  return above.every((entry) => may(machine, entry, 1));
}

function directoriesAbove(files: Files, path: string): readonly Entry[] {
  const found: Entry[] = [];
  for (let above = parentOf(canonical(files, path)); above !== '/'; above = parentOf(above)) {
    const entry = files.entries.get(above);
    if (entry?.kind === 'directory') found.push(entry);
  }
  return found;
}

/** Whether the user of a process may read a file. */
export function mayRead(machine: Machine, { path, entry }: { readonly path: string; readonly entry: Entry }): boolean {
  return machine.uid === 0 || (mayReach(machine, path) && may(machine, entry, 4));
}

/** Whether the user of a process may write to a file, or put something into a directory. */
export function mayWrite(machine: Machine, entry: Entry): boolean {
  return machine.uid === 0 || may(machine, entry, 2);
}

/** Whether the user of a process may execute a file. Root too needs the file to be executable by somebody. */
export function mayExecute(machine: Machine, path: string, entry: Entry): boolean {
  if (machine.uid === 0) return (entry.mode & 0o111) !== 0;
  return mayReach(machine, path) && may(machine, entry, 1);
}
