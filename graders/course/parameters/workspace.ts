import { join } from 'node:path';
import type { Source } from '../../core/source.ts';
import { readSources } from '../entries.ts';
import { openExercise } from '../exercises.ts';
import { type Folder, listFolders } from '../folders.ts';
import { inExercise } from '../paths.ts';
import type { Drawer } from './draw.ts';
import { type Personal, personalOf } from './personal.ts';

/** The exercises of a course as one student gets them, unanswered. */
export interface Workspace {
  /** With paths from its root. */
  readonly files: readonly Source[];
  /** Exercises that are not the same for everybody. */
  readonly personal: readonly { readonly folder: Folder; readonly values: Personal['values'] }[];
}

/** @returns the name of an exercise that cannot be read, instead */
export function workspaceOf(root: string, drawer: Drawer): Workspace | { readonly unreadable: string } {
  const files: Source[] = [];
  const personal: Workspace['personal'][number][] = [];
  for (const folder of listFolders(root)) {
    const { exercise } = openExercise(root, folder);
    if (!exercise) return { unreadable: folder.name };
    const own = personalOf(exercise.spec, drawer);
    if (own) personal.push({ folder, values: own.values });
    const base = inExercise(root, folder.name);
    const unanswered = new Map(exercise.starter.map(({ path, text }) => [join(base, path), text]));
    for (const source of readSources(base, root)) {
      const text = unanswered.get(join(root, source.path)) ?? source.text;
      files.push(own ? own.write({ ...source, text }) : { ...source, text });
    }
  }
  return { files, personal };
}
