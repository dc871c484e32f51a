import { fill } from '../../core/messages.ts';
import { openExercise } from '../../course/exercises.ts';
import { listFolders } from '../../course/folders.ts';
import { sentence } from '../../render/terminal/wrap.ts';
import { agrees } from '../asking.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { printLines } from '../print.ts';
import { changedAnswers, NotRestored, type Restorable, restore } from '../restoring.ts';
import { fromCwd, screenFor } from '../screen.ts';
import {
  askReset,
  brokenExercise,
  cannotReset,
  keptCopy,
  leftAsIs,
  needsYes,
  resetDone,
  resetNotNeeded,
} from '../sentences.ts';
import { chooseFolder } from '../which.ts';

/** Puts the answers of an exercise back as they were at the start, and keeps a copy of what was there. */
export async function reset(wanted: string, { yes }: { readonly yes?: boolean }, context: Context): Promise<ExitCode> {
  const { lang, root, cwd } = context;
  const opened = openExercise(root, chooseFolder(listFolders(root), wanted, lang), context.build);
  const { exercise, folder } = opened;
  if (!exercise) throw new UsageError(fill(brokenExercise, { number: folder.number }, lang));
  const files = changedAnswers(root, exercise);
  const say = screenFor(context).palette;
  const names = files.map(({ file }) => `\`${fromCwd(cwd, file)}\``);
  if (files.length === 0) {
    printLines(context.out, [sentence(fill(resetNotNeeded, { number: folder.number }, lang), say)]);
    return 0;
  }
  const loses = files.some(({ exists }) => exists);
  if (loses && !yes && !(await agrees(fill(askReset, { names }, lang), needsYes, context))) {
    printLines(context.out, [fill(leftAsIs, {}, lang)]);
    return 0;
  }
  const copies = restored(files, folder.name, context);
  printLines(context.out, [
    sentence(fill(resetDone, { names, count: names.length }, lang), say),
    ...copies.map((copy) => sentence(fill(keptCopy, { copy: fromCwd(cwd, copy) }, lang), say)),
  ]);
  return 0;
}

function restored(files: readonly Restorable[], folder: string, context: Context): readonly string[] {
  try {
    return restore(context.root, folder, files).flatMap(({ copy }) => copy ?? []);
  } catch (problem) {
    if (!(problem instanceof NotRestored)) throw problem;
    const { file, code } = problem;
    throw new UsageError(fill(cannotReset, { file: fromCwd(context.cwd, file), code }, context.lang));
  }
}
