import { canonical, type Entry, type Files, find } from './files/files.ts';
import { isInside, parentOf } from './files/paths.ts';
import type { Machine } from './machine.ts';

interface Place {
  readonly path: string;
  readonly entry: Entry;
}

/** Whose files nobody knows. */
const somebody = -1;

/** What a user may do with an entry: 4 to read, 2 to write, 1 to execute, or to go through a directory. */
function may({ uid, gid }: Machine, entry: Entry, bit: 1 | 2 | 4): boolean {
  if (entry.uid === somebody || uid === somebody) return true;
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
export function mayRead(machine: Machine, { path, entry }: Place): boolean {
  return machine.uid === 0 || (mayReach(machine, path) && may(machine, entry, 4));
}

/** Whether the user of a process may go into a directory. */
export function canEnter(machine: Machine, { path, entry }: Place): boolean {
  return machine.uid === 0 || (mayReach(machine, path) && may(machine, entry, 1));
}

/** Whether the user of a process may execute a file. Root too needs the file to be executable by somebody. */
export function mayExecute(machine: Machine, path: string, entry: Entry): boolean {
  if (machine.uid === 0) return (entry.mode & 0o111) !== 0;
  return mayReach(machine, path) && may(machine, entry, 1);
}

/**
 * Whether a process may make a file, or write to one that is there. What is not known is taken to be allowed.
 * @see https://man7.org/linux/man-pages/man2/open.2.html (EACCES, ENOENT, ENOTDIR, EROFS)
 */
export function canWrite(machine: Machine, path: string): boolean {
  return refusal(machine, path) === undefined;
}

/** Why a process may not write at a path: no directory for it, no right to, or a file system that is read-only. */
export function refusal(machine: Machine, path: string): 'absent' | 'permission' | 'read-only' | undefined {
  if (isReadOnly(machine, path)) return 'read-only';
  const own = find(machine.files, path);
  if (own.state === 'present') {
    return machine.uid === 0 || (mayReach(machine, own.path) && may(machine, own.entry, 2)) ? undefined : 'permission';
  }
  const parent = find(machine.files, parentOf(path));
  if (parent.state === 'absent') return 'absent';
  if (parent.state === 'unknown') return undefined;
  if (parent.entry.kind === 'file') return 'absent';
  return machine.uid === 0 || (mayReach(machine, parent.path) && may(machine, parent.entry, 2))
    ? undefined
    : 'permission';
}

/** Of the mounts above a path, the deepest decides; without any, the root file system does. */
function isReadOnly({ host, files }: Machine, path: string): boolean {
  const at = canonical(files, path);
  let [depth, readOnly] = [-1, host.readOnly];
  for (const mount of host.mounts) {
    if (!isInside(mount.path, at) || mount.path.length < depth) continue;
    [depth, readOnly] = [mount.path.length, mount.readOnly];
  }
  return readOnly;
}
