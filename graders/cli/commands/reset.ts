import { createInterface } from 'node:readline';
import { fill } from '../../core/messages.ts';
import { openExercise } from '../../course/exercises.ts';
import { listFolders } from '../../course/folders.ts';
import { sentence } from '../../render/terminal/wrap.ts';
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
  if (loses && !yes && !(await agrees(fill(askReset, { names }, lang), context))) {
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

/** Asks on a terminal; elsewhere nobody could answer, and `--yes` has to be said. An end of input is a no. */
async function agrees(question: string, context: Context): Promise<boolean> {
  if (context.input.isTTY !== true) throw new UsageError(fill(needsYes, {}, context.lang));
  context.out.write(`${sentence(question, screenFor(context).palette)} `);
  const lines = createInterface({ input: context.input });
  try {
    for await (const line of lines) return /^(?:s|sí|si|y|yes)$/i.test(line.trim());
    return false;
  } finally {
    lines.close();
  }
}
