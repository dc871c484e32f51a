import type { Report } from '../../core/report.ts';
import type { Lang } from '../../core/text.ts';
import { listFolders } from '../../course/folders.ts';
import { modules } from '../../course/modules.ts';
import { exercisesIn } from '../../course/paths.ts';
import { rowsOf, tallyLine } from '../../render/terminal/summary.ts';
import { gradeFolder } from '../grading.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { printLines } from '../print.ts';
import { screenFor } from '../screen.ts';
import { noExercises } from '../sentences.ts';

/** Every exercise by module, and how it stands. */
export function list(context: Context): ExitCode {
  const folders = listFolders(context.root);
  if (folders.length === 0) throw new UsageError(noExercises[context.lang]);
  const answers = exercisesIn(context.root);
  const reports = folders.map((folder) => gradeFolder(context.root, folder, answers, context.build).report);
  const screen = screenFor(context);
  const rows = new Map(rowsOf(reports, screen).map((row, index) => [reports[index], row]));
  const blocks = byModule(reports, context.lang).flatMap(({ title, inside }) => [
    screen.palette.strong(title),
    ...inside.map((report) => `  ${rows.get(report)}`),
    '',
  ]);
  printLines(context.out, [...blocks, tallyLine(reports, screen)]);
  return 0;
}

/** Exercises that no module names come last, under no title of their own. */
function byModule(reports: readonly Report[], lang: Lang): readonly { title: string; inside: readonly Report[] }[] {
  const known = modules.map(({ title, numbers }) => ({
    title: title[lang],
    inside: reports.filter(({ number }) => numbers.includes(number)),
  }));
  const placed = new Set(known.flatMap(({ inside }) => inside));
  const others = reports.filter((report) => !placed.has(report));
  return [...known, { title: '…', inside: others }].filter(({ inside }) => inside.length > 0);
}
