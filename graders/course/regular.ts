import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { dirname, sep } from 'node:path';

/** Why a file was not read, when it is none of what the operating system says by itself. */
export class NotRegular extends Error {
  constructor(
    readonly what: 'link' | 'directory' | 'special' | 'large',
    readonly size = 0,
  ) {
    super(what);
  }
}

/** How a file may be reached. */
export interface Reach {
  /** A folder that it must be in, links of folders on the way included, and itself be none. Without it, links are followed. */
  readonly inside?: string;
  /** In bytes. */
  readonly most: number;
}

/**
 * Reads a regular file and nothing else. What is looked at is what was opened, so nobody can change it for something else in
 * between; a pipe does not make anybody wait, and a device is not read.
 * @throws {NotRegular}, or what the operating system says
 */
export function readRegular(file: string, { inside, most }: Reach): Buffer {
  if (inside !== undefined) refuseOutside(file, inside);
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
  const opened = open(file, O_RDONLY | O_NONBLOCK | (inside === undefined ? 0 : O_NOFOLLOW));
  try {
    const stats = fstatSync(opened);
    if (stats.isDirectory()) throw new NotRegular('directory');
    if (!stats.isFile()) throw new NotRegular('special');
    if (stats.size > most) throw new NotRegular('large', stats.size);
    return readAll(opened, stats.size, most);
  } finally {
    closeSync(opened);
  }
}

/** Windows has no flag for it and opens what a link points to; a socket cannot be opened at all. */
function refuseOutside(file: string, inside: string): void {
  const stats = lstatSync(file);
  if (stats.isSymbolicLink()) throw new NotRegular('link');
  const [folder, base] = [realpathSync(dirname(file)), realpathSync(inside)];
  if (folder !== base && !folder.startsWith(base.endsWith(sep) ? base : base + sep)) throw new NotRegular('link');
}

function open(file: string, flags: number): number {
  try {
    return openSync(file, flags);
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === 'ELOOP' || code === 'EMLINK') throw new NotRegular('link');
    if (code === 'ENXIO' || code === 'EISDIR') throw new NotRegular(code === 'EISDIR' ? 'directory' : 'special');
    throw problem;
  }
}

/** Some files say they are empty and are not, and some grow while they are read: neither goes past the limit. */
function readAll(opened: number, size: number, most: number): Buffer {
  const buffer = Buffer.alloc(Math.min(size, most) + 1);
  let length = 0;
  while (length < buffer.length) {
    const count = readSync(opened, buffer, length, buffer.length - length, null);
    if (count === 0) break;
    length += count;
  }
  if (length > size && length > most) throw new NotRegular('large', length);
  return buffer.subarray(0, length);
}
