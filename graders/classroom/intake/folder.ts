import { type Dirent, lstatSync, opendirSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../../course/files.ts';
import type { Remark } from '../results.ts';
import { type Found, isLeftOut, limits, type Tree } from './found.ts';
import { byName } from './order.ts';
import { cannotList, link, special, tooDeep, tooMany, unreadableName } from './sentences.ts';

/** The regular files of a folder. No link is followed, nothing is opened, and the walk is bounded. */
export function readFolder(folder: string): Tree {
  const files: Found[] = [];
  const remarks: Remark[] = [];
  const open = [''];
  let left = limits.entries;
  for (let inside = open.pop(); inside !== undefined && left > 0; inside = open.pop()) {
    const { entries, problem } = entriesOf(join(folder, inside), left);
    left -= entries.length;
    if (problem) remarks.push({ path: inside === '' ? '.' : inside, message: problem });
    const folders: string[] = [];
    for (const entry of entries) {
      if (isLeftOut(entry.name)) continue;
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (isUnreadable(folder, path)) {
        remarks.push({ path, message: unreadableName });
        continue;
      }
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) files.push({ path, read: () => readText(join(folder, path), path, { inside: folder }) });
      else remarks.push({ path, message: entry.isSymbolicLink() ? link : special });
    }
    for (const path of folders.reverse()) {
      if (path.split('/').length < limits.depth && path.length < limits.path) open.push(path);
      else remarks.push({ path, message: tooDeep(limits.depth) });
    }
  }
  if (left <= 0) remarks.push({ path: '.', message: tooMany(limits.entries) });
  return { files: files.sort((a, b) => byName(a.path, b.path)), remarks };
}

/** Bytes that are no UTF-8 are shown by a sign for them, under which nothing is found. */
export const isUnreadable = (folder: string, path: string): boolean =>
  path.includes('\ufffd') && lstatSync(join(folder, path), { throwIfNoEntry: false }) === undefined;

function entriesOf(folder: string, most: number) {
  const entries: Dirent[] = [];
  try {
    const directory = opendirSync(folder);
    try {
      for (let entry = directory.readSync(); entry && entries.length < most; entry = directory.readSync()) {
        entries.push(entry);
      }
    } finally {
      directory.closeSync();
    }
  } catch {
    return { entries: [], problem: cannotList };
  }
  return { entries: entries.sort((a, b) => byName(a.name, b.name)) };
}
