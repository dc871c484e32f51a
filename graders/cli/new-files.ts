import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Source } from '../core/source.ts';

/**
 * Writes files that are not there yet.
 * @throws where one is: nothing is written over
 */
export function writeNew(root: string, files: readonly Source[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: 'wx' });
  }
}
