import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Source } from '../core/source.ts';

/** One fixture: the files of one world, with paths relative to the folder of the cases. */
export interface Case {
  readonly name: string;
  readonly sources: readonly Source[];
}

/** The cases of a folder, by name: each file is a world of its own, each directory is one world with all its files. */
export function readCases(folder: string): readonly Case[] {
  return entriesOf(folder).map((name) => ({ name, sources: readSources(join(folder, name), folder) }));
}

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
