import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { keptFolder, keyOfSources, readKept, writeKept } from './kept-file.ts';
import type { Course } from './load.ts';
import { keyOfUses } from './parts/kept-uses.ts';
import type { Bundle } from './scripts.ts';
import type { MadeParts } from './shared/part-data.ts';

/** The scripts of a site and what its pages know of them. */
export interface MadeScripts {
  readonly parts: MadeParts;
  readonly scripts: readonly Bundle[];
}

/**
 * The scripts, kept for as long as the sources of Timonel, what they are made with and what the course uses of them are the same: text
 * alone changes from one build of a site to the next, most of the time.
 * @param home absolute path of Timonel
 * @param make makes them
 */
export async function keptScripts(
  home: string,
  course: Course,
  make: () => Promise<MadeScripts>,
): Promise<MadeScripts> {
  const file = join(keptFolder(home), 'scripts.json');
  const site = readdirSync(join(home, 'site'), { withFileTypes: true });
  const folders = site.filter((entry) => entry.isDirectory() && !besides.has(entry.name)).map(({ name }) => name);
  const own = site.filter((entry) => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name)).map(({ name }) => name);
  const sources = keyOfSources(
    home,
    ['graders', ...folders.map((name) => `site/${name}`)],
    ['package-lock.json', ...own.map((name) => `site/${name}`)],
  );
  const key = `${sources} ${keyOfUses(course)}`;
  const kept = readKept<MadeScripts>(file, key);
  if (kept) return kept;
  const made = await make();
  writeKept(file, key, made);
  return made;
}

/** Of the folders of the site, those that no script is made of. */
const besides = new Set(['assets', 'browser', 'dist', 'lecciones', 'profesorado', 'styles']);
