import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exportNotebook } from '../../classroom/notebook/export.ts';
import { fill } from '../../core/messages.ts';
import type { Source } from '../../core/source.ts';
import type { Text } from '../../core/text.ts';
import { openExercise, readAnswers } from '../../course/exercises.ts';
import { type Folder, listFolders } from '../../course/folders.ts';
import { exercisesIn } from '../../course/paths.ts';
import { readWritten } from '../../course/written.ts';
import type { Exercise } from '../../exercise.ts';
import { sentence } from '../../render/terminal/wrap.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { exerciseIn, writeAsked } from '../notebooks.ts';
import { printLines } from '../print.ts';
import { fromCwd, screenFor } from '../screen.ts';
import { keptCopy, leftAsIs, noExercises } from '../sentences.ts';
import { namedOrCounting } from '../which.ts';

export interface ExportOptions {
  readonly out: string;
  /** With the person's answers in the place of the starters. */
  readonly filled?: boolean;
  readonly yes?: boolean;
}

/** Writes a notebook with some exercises, or with all of them. */
export async function exportCommand(
  wanted: readonly string[],
  { out, filled = false, yes }: ExportOptions,
  context: Context,
): Promise<ExitCode> {
  const { root, cwd, lang } = context;
  const folders = listFolders(root);
  if (folders.length === 0) throw new UsageError(noExercises[lang]);
  const chosen = namedOrCounting(folders, wanted, context);
  const course = chosen.map((folder) => {
    const exercise = exerciseIn(context, folder);
    const answers = filled ? answersIn(folder, exercise, context) : exercise.starter;
    return { ...readWritten(root, exercise), answers };
  });
  const file = resolve(cwd, /\.\w+$/.test(out) || existsSync(resolve(cwd, out)) ? out : `${out}.ipynb`);
  const { done, copy } = await writeAsked(file, exportNotebook(course, lang), { yes }, context);
  const shown = fromCwd(cwd, file);
  const data = { file: shown, count: course.length };
  const sentences = [
    fill({ written: words.done, same: words.same, left: leftAsIs }[done], data, lang),
    ...(copy === undefined ? [] : [fill(keptCopy, { copy: fromCwd(cwd, copy) }, lang)]),
    ...(done === 'written' ? [fill(words.next, data, lang)] : []),
  ];
  printLines(
    context.out,
    sentences.map((text) => sentence(text, screenFor(context).palette)),
  );
  return 0;
}

/** The answers as they stand; where one cannot be read, its starter. */
function answersIn(folder: Folder, { starter }: Exercise, { root, build }: Context): readonly Source[] {
  const files = readAnswers(openExercise(root, folder, build), join(exercisesIn(root), folder.name));
  return files.map(({ path, text, problem }, index) => ({
    path,
    text: (problem ? undefined : text) ?? starter[index]?.text ?? '',
  }));
}

const words = {
  done: {
    es: '`{file}`: {count} {count:ejercicio|ejercicios}.',
    en: '`{file}`: {count} {count:exercise|exercises}.',
  },
  same: { es: '`{file}` ya estaba así.', en: '`{file}` was like that already.' },
  next: {
    es: 'Ábrelo en Jupyter, VS Code o Colab. Después, `npx timonel notebook import {file}` trae las respuestas.',
    en: 'Open it in Jupyter, VS Code or Colab. Afterwards, `npx timonel notebook import {file}` brings the answers.',
  },
} satisfies Record<string, Text>;
