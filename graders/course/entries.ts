import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Source } from '../core/source.ts';

/**
 * Every file at or under a path, as sources, in name order.
 * @param from the folder the sources' paths are relative to
 */
export function readSources(path: string, from: string): readonly Source[] {
  if (statSync(path).isDirectory()) return entriesOf(path).flatMap((name) => readSources(join(path, name), from));
  return [{ path: relative(from, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }];
}

/** The entries of a folder in name order; none if it does not exist. */
export function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** The text of a file; empty if it does not exist. */
export function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
