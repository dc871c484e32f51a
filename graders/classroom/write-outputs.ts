import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type OutputFile, outputFolders } from './outputs.ts';
import { writeIfChanged } from './store/files.ts';

/**
 * Writes gradebooks and report beside the results. What is as it was is not touched, and what an earlier run left in the
 * folders of the outputs and this one does not write goes.
 * @param out absolute path of the folder of the results
 */
export function writeOutputs(files: Iterable<OutputFile>, out: string): void {
  const written = new Set<string>();
  const made = new Set<string>();
  for (const { path, content } of files) {
    const file = join(out, path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeIfChanged(file, content);
    written.add(file);
  }
  for (const folder of outputFolders) removeOthers(join(out, folder), written);
}

/** @returns whether nothing is left */
function removeOthers(folder: string, written: ReadonlySet<string>): boolean {
  const entries = entriesOf(folder);
  const left = entries.filter((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return !removeOthers(path, written);
    if (written.has(path)) return true;
    rmSync(path, { force: true });
    return false;
  });
  if (left.length === 0) rmSync(folder, { recursive: true, force: true });
  return left.length === 0;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
