import { closeSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

/**
 * Writes a file as a whole: who reads it sees the one before or the new one, and what would be the same is not touched.
 * @param pieces one after the other, so that what is large is never in memory twice
 */
export function writeWhole(file: string, pieces: Iterable<string>): void {
  const draft = `${file}.tmp`;
  const open = openSync(draft, 'w');
  try {
    for (const piece of pieces) {
      const bytes = Buffer.from(piece);
      for (let from = 0; from < bytes.length; ) from += writeSync(open, bytes, from);
    }
  } finally {
    closeSync(open);
  }
  renameSync(draft, file);
}

/** The same for a small file, which is left alone where it holds the very text. */
export function writeIfChanged(file: string, text: string): void {
  if (readIfThere(file) !== text) writeWhole(file, [text]);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
