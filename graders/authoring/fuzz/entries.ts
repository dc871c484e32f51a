import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Entry } from './entry.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Names of all entry points, by the files of their folder. */
export function entryNames(): readonly string[] {
  return readdirSync(join(here, 'entries'))
    .map((file) => file.replace(/\.ts$/, ''))
    .sort();
}

export async function readEntry(name: string): Promise<Entry> {
  const { default: entry } = (await import(pathToFileURL(join(here, 'entries', `${name}.ts`)).href)) as {
    default: Entry;
  };
  return entry;
}

/** An input that once broke an entry point, or took it too long. */
export interface Kept {
  readonly name: string;
  readonly text: string;
}

/** What is replayed: `crashes/<entry>/<what it was>`, each file as it was. */
export function keptOf(name: string): readonly Kept[] {
  const folder = join(here, 'crashes', name);
  return namesIn(folder).map((file) => ({ name: file, text: readFileSync(join(folder, file), 'utf8') }));
}

export const keptEntries = (): readonly string[] => namesIn(join(here, 'crashes'));

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
