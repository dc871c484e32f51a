import { copyFileSync, existsSync, lstatSync, mkdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Puts a file in the place of another one without ever losing the old one: it is copied first, byte by byte, and the new
 * one takes its place in one step.
 * @param folder where the copy goes; made when it is not there
 * @returns path of the copy, or undefined when there was nothing to keep
 * @throws when the copy cannot be made; the file is then as it was
 */
export function replaceKeeping(file: string, by: string, folder: string): string | undefined {
  const kept = lstatSync(file, { throwIfNoEntry: false }) ? keep(file, folder) : undefined;
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.timonel-${process.pid}`;
  copyFileSync(by, draft);
  renameSync(draft, file);
  return kept;
}

function keep(file: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, basename(file));
  copyFileSync(file, copy);
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
