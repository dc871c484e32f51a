import { hintOrder } from '../../core/hints.ts';
import { fill } from '../../core/messages.ts';
import { openExercise } from '../../course/exercises.ts';
import { listFolders } from '../../course/folders.ts';
import { inExercise } from '../../course/paths.ts';
import { readProgress } from '../../course/progress.ts';
import { title } from '../../render/terminal/report.ts';
import { sentence, wrap } from '../../render/terminal/wrap.ts';
import { gradeAnswers } from '../grading.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { printLines } from '../print.ts';
import { fromCwd, screenFor } from '../screen.ts';
import { anotherHint, brokenExercise, hintOf, lastHint, noSuchHint } from '../sentences.ts';
import { rememberHint } from '../session/memory.ts';
import { chooseFolder } from '../which.ts';

/** Gives a hint that was not shown yet, those of what fails first, or the one that is asked for. */
export function hint(wanted: string, asked: string | undefined, context: Context): ExitCode {
  const { lang, root } = context;
  const opened = openExercise(root, chooseFolder(listFolders(root), wanted, lang), context.build);
  const { exercise, folder } = opened;
  if (!exercise) throw new UsageError(fill(brokenExercise, { number: folder.number }, lang));
  const { hints, id } = exercise.spec;
  const { report } = gradeAnswers(opened, inExercise(root, folder.name));
  const shown = readProgress(root).progress.get(id)?.hints ?? [];
  const order = hintOrder(hints, report.checks).map((index) => index + 1);
  const number = asked === undefined ? (order.find((one) => !shown.includes(one)) ?? order.at(-1) ?? 1) : Number(asked);
  const text = hints[number - 1];
  if (!text) throw new UsageError(fill(noSuchHint, { count: hints.length, number: folder.number }, lang));
  const seen = [...new Set([...shown, number])];
  rememberHint(root, id, number);

  const screen = screenFor(context);
  const next = seen.length < hints.length ? anotherHint : lastHint;
  const statement = fromCwd(context.cwd, inExercise(root, folder.name, 'enunciado.md'));
  printLines(context.out, [
    title(report, screen),
    '',
    `  ${screen.palette.strong(fill(hintOf, { number, count: hints.length }, lang))}`,
    ...wrap(text[lang], screen.width - 4, screen.palette).map((line) => `  ${line}`),
    '',
    `  ${sentence(fill(next, { number: folder.number, statement }, lang), screen.palette)}`,
  ]);
  return 0;
}
