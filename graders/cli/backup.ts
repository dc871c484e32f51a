import { copyFileSync, existsSync, lstatSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readRegular } from '../course/regular.ts';

/** Nobody's starter is larger. */
const most = 64 * 1024 * 1024;

/**
 * Puts a file in the place of another one without ever losing the old one: a regular file is copied first, byte by byte;
 * a link, a pipe or a device is moved as it is, and what it leads to is not touched. The new one takes its place in one
 * step.
 * @param folder where the copy goes; made when it is not there
 * @returns path of the copy, or undefined when there was nothing to keep
 * @throws when the copy cannot be made; the file is then as it was
 */
export function replaceKeeping(file: string, by: string, folder: string): string | undefined {
  return putKeeping(file, readRegular(by, { most, inside: dirname(by) }), folder);
}

/** The same, with what the new file is to hold. */
export function putKeeping(file: string, bytes: Uint8Array | string, folder: string): string | undefined {
  const old = lstatSync(file, { throwIfNoEntry: false });
  const kept = old && keep(file, folder, old.isFile() || old.isDirectory());
  put(file, bytes);
  return kept;
}

/** Writes a file in one step, in the place of one that there is nothing to keep of. */
export function put(file: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.timonel-${process.pid}`;
  writeFileSync(draft, bytes, { flag: 'wx' });
  renameSync(draft, file);
}

function keep(file: string, folder: string, copied: boolean): string {
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, basename(file));
  // A folder cannot be copied like this, and that is right: it may hold anything.
  if (copied) copyFileSync(file, copy);
  else renameSync(file, copy);
  return copy;
}

/** A folder name for now, in local time, that sorts by date and that no copy uses yet: `2026-11-23T09-30-00`. */
export function freshStamp(parent: string, now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const stamp = `${day}T${two(now.getHours())}-${two(now.getMinutes())}-${two(now.getSeconds())}`;
  let name = stamp;
  for (let count = 2; existsSync(join(parent, name)); count++) name = `${stamp}-${count}`;
  return join(parent, name);
}
