import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ClassResults } from './results.ts';
import { ResultsText } from './results-text.ts';
import { writeIfChanged, writeWhole } from './store/files.ts';

/**
 * Writes the results of a class into a folder: everything at once and each submission by itself. Equal results give equal
 * bytes, and nothing of a submission that is no longer there stays.
 * @param out absolute path of a folder that exists
 */
export function writeClass(results: ClassResults, out: string): void {
  const folder = join(out, 'submissions');
  mkdirSync(folder, { recursive: true });
  const names = new Set(results.submissions.map(({ id }) => `${id}.json`));
  for (const name of readdirSync(folder)) {
    if (/\.json(?:\.tmp)?$/.test(name) && !names.has(name)) rmSync(join(folder, name), { force: true });
  }
  const lines = new ResultsText(results).lines(({ id }, text) =>
    writeIfChanged(join(folder, `${id}.json`), `${text}\n`),
  );
  writeWhole(join(out, 'results.json'), lines);
}
