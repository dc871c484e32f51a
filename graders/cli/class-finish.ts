import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { OutputOptions } from '../classroom/outputs.ts';
import type { ClassResults } from '../classroom/results.ts';
import { ResultsText } from '../classroom/results-text.ts';
import { BadOut, takeOut } from '../classroom/store/out.ts';
import type { Store } from '../classroom/store/store.ts';
import { writeClass } from '../classroom/write.ts';
import { fill } from '../core/messages.ts';
import type { Text } from '../core/text.ts';
import { safe } from '../render/terminal/safe.ts';
import { say } from '../render/terminal/screen.ts';
import { tallyLine } from '../render/terminal/summary.ts';
import { sentence, wrap } from '../render/terminal/wrap.ts';
import { type OutputArguments, writeAll } from './class-outputs.ts';
import { type Context, type ExitCode, UsageError } from './io.ts';
import { printLines } from './print.ts';
import { fromCwd, screenFor } from './screen.ts';

export interface ClassOptions extends OutputArguments {
  readonly out: string;
  readonly workers?: string;
  readonly shard?: string;
  /** Exercises, separated by commas. */
  readonly only?: string;
  readonly runCode?: boolean;
  readonly secret?: string;
  readonly format: 'human' | 'json';
}

/** Where the results of a class go, and with what. */
interface Finish {
  /** Absolute. */
  readonly out: string;
  readonly store: Store;
  readonly outputs: OutputOptions;
  /** A part of a class is no class: who puts the parts together writes what is made of them. */
  readonly isPart: boolean;
}

/** Writes the results and says what there is. */
export function finish(
  results: ClassResults,
  { out, store, outputs, isPart }: Finish,
  format: 'human' | 'json',
  context: Context,
): ExitCode {
  writeClass(results, out);
  store.settle();
  const told = isPart ? [] : writeAll(results, out, outputs, context);
  if (format === 'json') for (const piece of new ResultsText(results).lines()) context.out.write(piece);
  else
    printLines(context.out, [...summary(results, out, context), ...reportPage(outputs, isPart, out, context), ...told]);
  return isComplete(results) ? 0 : 1;
}

/** @returns its absolute path @throws {UsageError} where there is no such folder */
export function folderOf(folder: string, { cwd, lang }: Context): string {
  const path = resolve(cwd, folder);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(fill(noFolder, { folder: safe(folder) }, lang));
  }
  return path;
}

/** Takes the folder of the results. @param inputs folders that are only read */
export function take(out: string, inputs: readonly string[], { cwd, lang }: Context): () => void {
  try {
    return takeOut(out, inputs);
  } catch (problem) {
    const shown = safe(fromCwd(cwd, out));
    if (problem instanceof BadOut) {
      throw new UsageError(fill(badOut[problem.why], { out: shown, detail: safe(problem.detail) }, lang));
    }
    const { code } = problem as NodeJS.ErrnoException;
    if (code === undefined) throw problem;
    throw new UsageError(fill(cannotWrite, { out: shown, code }, lang));
  }
}

/** Every answer has a report that is no error, and nothing of the folder was left out. */
function isComplete({ submissions, remarks }: ClassResults): boolean {
  const isRead = submissions.every(({ exercises }) => exercises.every(({ report }) => report.status !== 'error'));
  return isRead && remarks.length === 0;
}

const mostRemarks = 20;

function summary(results: ClassResults, out: string, context: Context): readonly string[] {
  const screen = screenFor(context);
  const { submissions } = results;
  const answers = submissions.flatMap(({ exercises }) => exercises);
  const remarks = [
    ...results.remarks,
    ...submissions.flatMap(({ entry, remarks: own }) =>
      own.map(({ path, message }) => ({ path: path === '.' ? entry : `${entry}/${path}`, message })),
    ),
  ];
  const told = remarks
    .slice(0, mostRemarks)
    .flatMap(({ path, message }) =>
      wrap(`${safe(path)}: ${safe(message[context.lang])}`, screen.width, screen.palette),
    );
  const shown = safe(fromCwd(context.cwd, out));
  return [
    say(screen, graded, { submissions: submissions.length, exercises: results.exercises.length }),
    tallyLine(
      answers.map(({ report }) => report),
      screen,
    ),
    ...(told.length > 0 ? ['', ...told] : []),
    ...(remarks.length > mostRemarks ? [say(screen, more, { count: remarks.length - mostRemarks })] : []),
    '',
    sentence(fill(where, { out: shown }, context.lang), screen.palette),
  ];
}

/** The page that an instructor opens first. */
function reportPage({ outputs }: OutputOptions, isPart: boolean, out: string, context: Context): readonly string[] {
  if (isPart || !outputs.includes('report')) return [];
  const page = safe(fromCwd(context.cwd, join(out, 'informe', 'index.html')));
  return [sentence(fill(reportIs, { page }, context.lang), screenFor(context).palette)];
}

const noFolder: Text = { es: 'No existe la carpeta `{folder}`.', en: 'The folder `{folder}` does not exist.' };
const badOut: Readonly<Record<BadOut['why'], Text>> = {
  inside: {
    es: 'Los resultados no pueden ir dentro de la carpeta de las entregas, ni al revés: `{out}`.',
    en: 'The results cannot go inside of the folder of the submissions, nor the other way round: `{out}`.',
  },
  foreign: {
    es: 'En `{out}` hay algo que no son resultados (`{detail}`), y no se toca. Di otra carpeta.',
    en: 'There is something in `{out}` that is no results (`{detail}`), and it is left alone. Name another folder.',
  },
  busy: {
    es: 'Otro `timonel class` está escribiendo en `{out}` (proceso {detail}).',
    en: 'Another `timonel class` is writing to `{out}` (process {detail}).',
  },
};
const cannotWrite: Text = {
  es: 'No se puede escribir en `{out}` (`{code}`).',
  en: '`{out}` cannot be written to (`{code}`).',
};
const graded: Text = {
  es: '{submissions} {submissions:entrega|entregas} de {exercises} {exercises:ejercicio|ejercicios}',
  en: '{submissions} {submissions:submission|submissions} of {exercises} {exercises:exercise|exercises}',
};
const more: Text = {
  es: 'Y {count} {count:observación|observaciones} más, en los resultados.',
  en: 'And {count} more {count:remark|remarks}, in the results.',
};
const reportIs: Text = {
  es: 'El informe de la clase se abre con el navegador: `{page}`.',
  en: 'The report of the class opens in a browser: `{page}`.',
};
const where: Text = { es: 'Los resultados están en `{out}`.', en: 'The results are in `{out}`.' };
