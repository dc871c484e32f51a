import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { continued } from '../../continued.ts';
import { fill } from '../../core/messages.ts';
import type { Source } from '../../core/source.ts';
import { openExercise, readAnswers, readEarlier } from '../../course/exercises.ts';
import { readText } from '../../course/files.ts';
import { listFolders } from '../../course/folders.ts';
import { inExercise } from '../../course/paths.ts';
import { type Lab, openExerciseLab, openLab } from '../../lab.ts';
import { readContext } from '../context.ts';
import { type Context, UsageError } from '../io.ts';
import { brokenExercise } from '../sentences.ts';
import { chooseFolder } from '../which.ts';
import { unreadableFile } from './sentences.ts';

/** A file of the project and where it is on the disk. */
export interface ProjectFile extends Source {
  readonly file: string;
}

export interface Project {
  readonly lab: Lab;
  readonly files: readonly ProjectFile[];
}

/** The desk of an exercise, or one with the files that a person named. */
export function openProject(paths: readonly string[], exercise: string | undefined, context: Context): Project {
  const named = paths.flatMap((path) => filesOf(path, context));
  if (exercise === undefined) return { lab: openLab(named), files: named };
  const { root, lang } = context;
  const opened = openExercise(root, chooseFolder(listFolders(root), exercise, lang), context.build);
  if (!opened.exercise) throw new UsageError(fill(brokenExercise, { number: opened.folder.number }, lang));
  const folder = inExercise(root, opened.folder.name);
  const answers = readAnswers(opened, folder).flatMap(({ path, text }) =>
    text === undefined ? [] : [{ path, text, file: join(folder, path) }],
  );
  const world = continued(opened.exercise, readEarlier(opened, folder));
  return { lab: openExerciseLab(world, [...answers, ...named]), files: [...answers, ...named] };
}

function filesOf(path: string, context: Context): readonly ProjectFile[] {
  const file = resolve(context.cwd, path);
  const status = statSync(file, { throwIfNoEntry: false });
  if (status?.isDirectory()) {
    return readContext(file).map((one) => ({ path: one.path, text: one.text, file: join(file, one.path) }));
  }
  const { text } = readText(file, path);
  if (text === undefined) throw new UsageError(fill(unreadableFile, { path }, context.lang));
  return [{ path: basename(file), text, file }];
}

/** Files that were changed outside since they were read. */
export function changedFiles(files: readonly ProjectFile[]): readonly ProjectFile[] {
  return files.flatMap((known) => {
    const { text } = readText(known.file, known.path);
    return text === undefined || text === known.text ? [] : [{ ...known, text }];
  });
}
