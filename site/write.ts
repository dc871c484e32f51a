import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Makes a folder hold exactly these files. What has not changed is not written again, so that a server can watch the
 * folder and a build never leaves it half empty.
 */
export function writeFiles(out: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  for (const [path, text] of files) {
    const file = join(out, path);
    if (existsSync(file) && isSame(readFileSync(file), text)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !files.has(file.slice(out.length + 1).replaceAll('\\', '/'))) rmSync(file);
  }
}

const isSame = (there: Uint8Array, wanted: string | Uint8Array): boolean =>
  Buffer.compare(there, typeof wanted === 'string' ? Buffer.from(wanted) : wanted) === 0;
