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
  /** What it began with: the files as they are, or as a saved session had them. */
  readonly begun: readonly Source[];
  readonly files: readonly ProjectFile[];
}

/**
 * The desk of an exercise, or one with the files that a person named.
 * @param earlier the files as a saved session had them when it began
 */
export function openProject(
  paths: readonly string[],
  exercise: string | undefined,
  context: Context,
  earlier?: readonly Source[],
): Project {
  const named = paths.flatMap((path) => filesOf(path, context));
  if (exercise === undefined) {
    const begun = earlier ?? named;
    return { lab: openLab(begun), begun, files: named };
  }
  const { root, lang } = context;
  const opened = openExercise(root, chooseFolder(listFolders(root), exercise, lang), context.build);
  if (!opened.exercise) throw new UsageError(fill(brokenExercise, { number: opened.folder.number }, lang));
  const folder = inExercise(root, opened.folder.name);
  const answers = readAnswers(opened, folder).flatMap(({ path, text }) =>
    text === undefined ? [] : [{ path, text, file: join(folder, path) }],
  );
  const world = continued(opened.exercise, readEarlier(opened, folder));
  const files = [...answers, ...named];
  const begun = earlier ?? files;
  return { lab: openExerciseLab(world, begun), begun, files };
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

/** The files as they are now; one that cannot be read any more is as it was. */
export function filesNow(files: readonly ProjectFile[]): readonly ProjectFile[] {
  return files.map((known) => ({ ...known, text: readText(known.file, known.path).text ?? known.text }));
}
