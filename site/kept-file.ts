import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the tools of the repository keep what takes long to make of its sources. @param home absolute path of Timonel */
export const keptFolder = (home: string): string => join(home, 'node_modules', '.cache', 'timonel');

/** What a file keeps, where it was kept for the same key; undefined also where it cannot be read. */
export function readKept<T>(file: string, key: string): T | undefined {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { readonly key: string; readonly value: T };
    return kept.key === key ? kept.value : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all; where nothing can be written, it is made again the next time. */
export function writeKept(file: string, key: string, value: unknown): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, JSON.stringify({ key, value }));
    renameSync(draft, file);
  } catch {}
}

/** What tells the sources under some folders from any others: the path and the text of each, tests left out. */
export function keyOfSources(home: string, folders: readonly string[], files: readonly string[]): string {
  const under = folders.flatMap((folder) =>
    readdirSync(join(home, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(?<!\.test)\.(?:ts|js|json)$/.test(entry.name))
      .map(({ parentPath, name }) => join(parentPath, name)),
  );
  const hash = createHash('sha256');
  for (const file of [...under, ...files.map((file) => join(home, file))].sort()) {
    hash.update(`${file.slice(home.length)}\n`);
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}
