import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../course/files.ts';
import type { ContextFile } from '../lab/image/index.ts';

/** Enough for any course project; a context beyond it is cut, which its image then says by missing files. */
const mostFiles = 5000;
/** Of all files together. */
const mostCharacters = 64 * 1024 * 1024;

/**
 * The files of a build context, `.dockerignore` and other hidden ones included, `.git` and `node_modules` left out. What
 * is no text is there without content.
 */
export function readContext(folder: string): readonly ContextFile[] {
  let left = mostCharacters;
  return pathsUnder(folder, '').map((path) => {
    const file = join(folder, path);
    const status = statSync(file, { throwIfNoEntry: false });
    const mode = (status?.mode ?? 0o644) & 0o777;
    const text = left > 0 ? readText(file, path, { inside: folder }).text : undefined;
    left -= text?.length ?? 0;
    return { path, text: text ?? '', mode, ...(text === undefined && { size: status?.size ?? 0 }) };
  });
}

function pathsUnder(folder: string, inside: string): readonly string[] {
  const found: string[] = [];
  const open = [inside];
  for (let base = open.pop(); base !== undefined && found.length < mostFiles; base = open.pop()) {
    for (const entry of entriesOf(join(folder, base))) {
      if (entry.name === '.git' || entry.name === 'node_modules') continue;
      const path = base === '' ? entry.name : `${base}/${entry.name}`;
      if (entry.isDirectory()) open.push(path);
      else if (entry.isFile()) found.push(path);
    }
  }
  return found.slice(0, mostFiles).sort();
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
