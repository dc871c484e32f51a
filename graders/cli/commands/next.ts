import { join } from 'node:path';
import { listFolders } from '../../course/folders.ts';
import { exercisesIn, inExercise } from '../../course/paths.ts';
import { title } from '../../render/terminal/report.ts';
import { statuses } from '../../render/terminal/sentences.ts';
import { padEnd } from '../../render/terminal/width.ts';
import { sentence } from '../../render/terminal/wrap.ts';
import { type Graded, gradeFolder } from '../grading.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { printLines } from '../print.ts';
import { fromCwd, screenFor } from '../screen.ts';
import { allDone, noExercises, steps } from '../sentences.ts';
import { nextExercise } from '../session/next.ts';

/** The exercise that comes now, and where everything is. */
export function next(context: Context): ExitCode {
  const folders = listFolders(context.root);
  if (folders.length === 0) throw new UsageError(noExercises[context.lang]);
  const answers = exercisesIn(context.root);
  const results = folders.map((folder) => gradeFolder(context.root, folder, answers, context.build));
  const chosen = nextExercise(results);
  const screen = screenFor(context);
  printLines(context.out, chosen ? card(chosen, context) : [screen.palette.good(allDone[context.lang])]);
  return 0;
}

function card({ report, opened }: Graded, context: Context): readonly string[] {
  const { lang } = context;
  const { palette } = screenFor(context);
  const folder = inExercise(context.root, opened.folder.name);
  const file = (name: string) => `\`${fromCwd(context.cwd, join(folder, name))}\``;
  const answers = (opened.exercise?.spec.answers ?? []).map((answer) => file(answer.file));
  const rows: readonly (readonly [string, string])[] = [
    [steps.read[lang], file('enunciado.md')],
    [steps.edit[lang], answers.join(', ')],
    [steps.grade[lang], `\`npx timonel grade ${report.number}\``],
    [steps.hint[lang], `\`npx timonel hint ${report.number}\``],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return [
    `${title(report, screenFor(context))}  ${palette.faint(statuses[report.status][lang])}`,
    '',
    ...rows.map(([label, value]) => `  ${padEnd(label, width)}  ${sentence(value, palette)}`),
  ];
}
