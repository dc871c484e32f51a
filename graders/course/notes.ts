import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What Timonel remembers of a person between two commands, in `.timonel/`, which is no part of the course. Losing it
 * costs nothing, so a note that cannot be read or written is no error.
 */
export function readNote<T>(root: string, name: string): T | undefined {
  try {
    const note = JSON.parse(readFileSync(fileOf(root, name), 'utf8'));
    return typeof note === 'object' && note !== null ? (note as T) : undefined;
  } catch {
    return undefined;
  }
}

export function writeNote(root: string, name: string, note: object): void {
  const file = fileOf(root, name);
  try {
    mkdirSync(join(root, '.timonel'), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, `${JSON.stringify(note, undefined, 2)}\n`);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // A read-only folder: the next hint will be the same one.
  }
}

const fileOf = (root: string, name: string): string => join(root, '.timonel', `${name}.json`);
