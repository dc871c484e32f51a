import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { largest } from '../course/files.ts';
import { inExercise } from '../course/paths.ts';
import { readRegular } from '../course/regular.ts';
import type { Exercise } from '../exercise.ts';
import { freshStamp, replaceKeeping } from './backup.ts';

/** An answer and what it was at the start. */
export interface Restorable {
  /** Absolute paths. */
  readonly file: string;
  readonly starter: string;
  /** There is something of the student's that a copy has to be kept of. */
  readonly exists: boolean;
}

/** A file that was put back and the copy of what it was; none of one that was not there. */
export interface Restored {
  readonly file: string;
  readonly copy: string | undefined;
}

/** What was thrown while a file was put back; the file is as it was. */
export class NotRestored extends Error {
  constructor(
    readonly file: string,
    readonly code: string,
  ) {
    super(`${file}: ${code}`);
  }
}

/** The answers of an exercise that are not as they were at the start. */
export function changedAnswers(root: string, { spec, folder }: Exercise): readonly Restorable[] {
  const base = inExercise(root, folder);
  return spec.answers
    .map(({ file }) => ({ file: join(base, file), starter: join(base, 'starter', file) }))
    .filter(({ file, starter }) => !isSame(file, starter, base))
    .map((one) => ({ ...one, exists: lstatSync(one.file, { throwIfNoEntry: false }) !== undefined }));
}

/**
 * Puts answers back as they were at the start, with a copy of each in one folder of its own.
 * @throws NotRestored at the first that cannot be
 */
export function restore(
  root: string,
  folder: string,
  files: readonly Restorable[],
  now = new Date(),
): readonly Restored[] {
  const kept = freshStamp(join(root, '.timonel', 'backups', folder), now);
  return files.map(({ file, starter }) => ({ file, copy: replaced(file, starter, kept) }));
}

/**
 * Puts the copies of a reset back. What stands there now is kept too, beside them.
 * @throws NotRestored at the first that cannot be
 */
export function undoRestore(
  root: string,
  folder: string,
  kept: readonly { readonly file: string; readonly copy: string }[],
  now = new Date(),
): void {
  const replacedThen = freshStamp(join(root, '.timonel', 'backups', folder), now);
  for (const { file, copy } of kept) replaced(file, copy, replacedThen);
}

function replaced(file: string, by: string, kept: string): string | undefined {
  try {
    return replaceKeeping(file, by, kept);
  } catch (problem) {
    throw new NotRestored(file, (problem as NodeJS.ErrnoException).code ?? 'EIO');
  }
}

/** A link, a pipe or a device is never the same: an answer is a regular file. */
function isSame(file: string, starter: string, inside: string): boolean {
  try {
    const reach = { most: largest, inside };
    return readRegular(file, reach).equals(readRegular(starter, reach));
  } catch {
    return false;
  }
}
