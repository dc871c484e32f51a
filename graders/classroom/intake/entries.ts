import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { GradedSubmission, Remark } from '../results.ts';
import { isUnreadable } from './folder.ts';
import { archive, notebook } from './found.ts';
import { safeName, uniqueNames } from './names.ts';
import { byName, byReadName } from './order.ts';
import { ignoredEntry, linkedEntry, specialEntry, unreadableName } from './sentences.ts';
import { whoIs } from './student.ts';

/** What stands in the folder of a class for one student: one entry, or the files that a platform names by its student. */
export interface Entry {
  readonly id: string;
  readonly entry: string;
  readonly student: GradedSubmission['student'];
  /** Absolute paths with the name by which the submission knows them. */
  readonly parts: readonly Part[];
}

export interface Part {
  readonly file: string;
  readonly name: string;
  readonly kind: 'folder' | 'file';
}

export interface ClassFolder {
  /** By id. */
  readonly entries: readonly Entry[];
  readonly remarks: readonly Remark[];
}

/**
 * The submissions in the folder of a class: folders, archives and notebooks; another file is one only where its name says
 * whose it is.
 * @throws what the operating system says of a folder that cannot be listed
 */
export function listClass(folder: string): ClassFolder {
  const remarks: Remark[] = [];
  const groups = new Map<string, Omit<Entry, 'parts'> & { readonly parts: Part[] }>();
  for (const found of readdirSync(folder, { withFileTypes: true }).sort((a, b) => byName(a.name, b.name))) {
    const { name } = found;
    if (name.startsWith('.')) continue;
    const kind = kindOf(found);
    if (kind === 'link' || kind === 'special') {
      remarks.push({ path: name, message: kind === 'link' ? linkedEntry : specialEntry });
      continue;
    }
    if (isUnreadable(folder, name)) {
      remarks.push({ path: name, message: unreadableName });
      continue;
    }
    const { id, student, file, isPart } = whoIs(name, kind);
    if (kind === 'file' && !isPart && !archive.test(name) && !notebook.test(name)) {
      remarks.push({ path: name, message: ignoredEntry });
      continue;
    }
    const key = isPart ? `part ${id}` : `whole ${name}`;
    const group = groups.get(key) ?? { id: safeName(id), entry: name, student, parts: [] };
    group.parts.push({ file: join(folder, name), name: file ?? name, kind });
    groups.set(key, group);
  }
  const listed = [...groups.values()];
  const names = uniqueNames(listed);
  const entries = listed.map((one, index) => ({ ...one, id: names[index] ?? one.id }));
  return { entries: entries.sort((a, b) => byReadName(a.id, b.id)), remarks };
}

function kindOf(found: Dirent): Part['kind'] | 'link' | 'special' {
  if (found.isDirectory()) return 'folder';
  if (found.isFile()) return 'file';
  return found.isSymbolicLink() ? 'link' : 'special';
}
