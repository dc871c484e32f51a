import { closeSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

/**
 * Writes a file as a whole: who reads it sees the one before or the new one, and what would be the same is not touched.
 * @param pieces one after the other, so that what is large is never in memory twice
 */
export function writeWhole(file: string, pieces: Iterable<string | Uint8Array>): void {
  const draft = `${file}.tmp`;
  const open = openSync(draft, 'w');
  try {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      for (let from = 0; from < bytes.length; ) from += writeSync(open, bytes, from);
    }
  } finally {
    closeSync(open);
  }
  renameSync(draft, file);
}

/** The same for a small file, which is left alone where it holds the very same. */
export function writeIfChanged(file: string, content: string | Uint8Array): void {
  const wanted = typeof content === 'string' ? Buffer.from(content) : content;
  if (!readIfThere(file)?.equals(wanted)) writeWhole(file, [wanted]);
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
