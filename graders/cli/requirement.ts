import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { isPacked } from './packed.ts';

/**
 * What the `package.json` of a new folder asks for, so that `npm install` finds this very Timonel there: the file that it was installed
 * from, as npm notes it, or else its version.
 * @param home absolute path of Timonel
 * @param folder absolute path of the new folder
 * @see https://docs.npmjs.com/cli/v10/configuring-npm/package-lock-json#hidden-lockfiles
 */
export function requirementOf({ home, version }: { readonly home: string; readonly version: string }, folder: string) {
  const file = isPacked(home) ? installedFile(home) : undefined;
  return file === undefined ? `^${version}` : `file:${relative(folder, file).replaceAll('\\', '/')}`;
}

/** @returns its absolute path; undefined where Timonel came from a registry, or the file is gone */
function installedFile(home: string): string | undefined {
  const project = resolve(home, '..', '..');
  try {
    const lock = JSON.parse(readFileSync(join(home, '..', '.package-lock.json'), 'utf8'));
    const from: unknown = lock.packages?.['node_modules/timonel']?.resolved;
    if (typeof from !== 'string' || !from.startsWith('file:')) return undefined;
    const file = resolve(project, from.slice('file:'.length));
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}
