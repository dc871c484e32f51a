import { resolve } from 'node:path';
import { withFeedback, withoutFeedback } from '../../classroom/notebook/feedback.ts';
import { readNotebook } from '../../classroom/notebook/read.ts';
import { fill } from '../../core/messages.ts';
import { isUntouched } from '../../core/report.ts';
import type { Text } from '../../core/text.ts';
import { tallyLine } from '../../render/terminal/summary.ts';
import { sentence } from '../../render/terminal/wrap.ts';
import { fillWhere, firstWords } from '../import-words.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { gradeNotebook } from '../notebook-grading.ts';
import { courseOf, readNamed, writeAsked } from '../notebooks.ts';
import { printLines } from '../print.ts';
import { fromCwd, screenFor } from '../screen.ts';
import { keptCopy, leftAsIs } from '../sentences.ts';

export interface FeedbackOptions {
  readonly out?: string;
  readonly yes?: boolean;
  /** The service of the notebook may be run, in the cage. */
  readonly runCode?: boolean;
}

/** Writes the notebook again with a report below each answer. */
export async function feedbackCommand(
  path: string,
  { out, yes, runCode = false }: FeedbackOptions,
  context: Context,
): Promise<ExitCode> {
  const { cwd, lang } = context;
  const course = courseOf(context);
  const handedIn = withoutFeedback(readNamed(path, context));
  const read = readNotebook(handedIn, course);
  if ('problem' in read) throw new UsageError(`\`${fromCwd(cwd, resolve(cwd, path))}\`: ${read.problem[lang]}`);
  const graded = gradeNotebook(read.answers, course, { runCode });
  const left = read.unplaced.map(({ cell, exercise, text, why }) => ({
    where: fillWhere({ cell, exercise }, lang),
    words: firstWords(text),
    why,
  }));
  const file = resolve(cwd, out ?? path.replace(/(?:\.ipynb)?$/, words.ending[lang]));
  const text = withFeedback(handedIn, graded, read.places, left, lang);
  const { done, copy } = await writeAsked(file, text, { yes, isOurs: isSameWork(file, handedIn, context) }, context);
  const say = screenFor(context);
  const answered = graded.map(({ report }) => report).filter((report) => !isUntouched(report));
  const data = { file: fromCwd(cwd, file), count: left.length };
  const sentences = [
    fill({ written: words.done, same: words.done, left: leftAsIs }[done], data, lang),
    ...(left.length > 0 ? [fill(words.left, data, lang)] : []),
    ...(copy === undefined ? [] : [fill(keptCopy, { copy: fromCwd(cwd, copy) }, lang)]),
  ];
  printLines(context.out, [
    answered.length > 0 ? tallyLine(answered, say) : words.nothing[lang],
    ...sentences.map((one) => sentence(one, say.palette)),
  ]);
  return 0;
}

/** The file holds the same notebook, graded earlier: nobody's work is lost with it. */
function isSameWork(file: string, handedIn: string, context: Context): boolean {
  try {
    return withoutFeedback(readNamed(file, context)) === handedIn;
  } catch {
    return false;
  }
}

const words = {
  ending: { es: '.corregido.ipynb', en: '.graded.ipynb' },
  done: { es: 'El cuaderno corregido está en `{file}`.', en: 'The graded notebook is in `{file}`.' },
  nothing: {
    es: 'No hay ninguna respuesta que se pueda corregir.',
    en: 'There is no answer that can be graded.',
  },
  left: {
    es: '{count} {count:parte no se ha podido situar: está en su primera celda|partes no se han podido situar: están en su primera celda}.',
    en: '{count} {count:part could not be placed: it is in its first cell|parts could not be placed: they are in its first cell}.',
  },
} satisfies Record<string, Text>;
