import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ClassResults } from './results.ts';
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
  for (const submission of results.submissions) {
    writeIfChanged(join(folder, `${submission.id}.json`), `${JSON.stringify(submission)}\n`);
  }
  writeWhole(join(out, 'results.json'), resultsText(results));
}

/** The results as JSON, one line for each submission: a class may be more than one string can hold. */
export function* resultsText({ version, exercises, submissions, remarks }: ClassResults): Generator<string> {
  yield `{"version":${version},\n"exercises":${JSON.stringify(exercises)},\n"remarks":${JSON.stringify(remarks)},\n"submissions":[`;
  for (const [index, submission] of submissions.entries())
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(submission)}`;
  yield '\n]}\n';
}
