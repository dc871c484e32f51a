import { join } from 'node:path';
import type { Source } from '../core/source.ts';
import { entriesOf, readSources } from '../course/entries.ts';

/** One fixture: the files of one world, with paths relative to the folder of the cases. */
export interface Case {
  readonly name: string;
  readonly sources: readonly Source[];
}

/** The cases of a folder, by name: each file is a world of its own, each directory is one world with all its files. */
export function readCases(folder: string): readonly Case[] {
  return entriesOf(folder).map((name) => ({ name, sources: readSources(join(folder, name), folder) }));
}
