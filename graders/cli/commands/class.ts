import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { gradeClass } from '../../classroom/grade/class.ts';
import { aboutExercise, BrokenCourse, type OpenedCourse, openCourse } from '../../classroom/grade/course.ts';
import { engineOf, type Terms } from '../../classroom/grade/key.ts';
import { Pool } from '../../classroom/grade/pool.ts';
import { readShard, type Shard } from '../../classroom/grade/shard.ts';
import { onlyThese } from '../../classroom/only.ts';
import type { ClassResults } from '../../classroom/results.ts';
import { BadOut, inside, keepAbout, takeOut } from '../../classroom/store/out.ts';
import { Store } from '../../classroom/store/store.ts';
import { resultsText, writeClass } from '../../classroom/write.ts';
import { fill } from '../../core/messages.ts';
import type { Text } from '../../core/text.ts';
import { listFolders } from '../../course/folders.ts';
import { safe } from '../../render/terminal/safe.ts';
import { say } from '../../render/terminal/screen.ts';
import { tallyLine } from '../../render/terminal/summary.ts';
import { sentence, wrap } from '../../render/terminal/wrap.ts';
import { sayFinding } from '../../render/words.ts';
import { type OutputArguments, readOutputs, writeAll } from '../class-outputs.ts';
import { ClassProgress } from '../class-progress.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { printLines } from '../print.ts';
import { fromCwd, screenFor } from '../screen.ts';
import { chooseFolders } from '../which.ts';

export interface ClassOptions extends OutputArguments {
  readonly out: string;
  readonly workers?: string;
  readonly shard?: string;
  /** Exercises, separated by commas. */
  readonly only?: string;
  readonly runCode?: boolean;
  readonly format: 'human' | 'json';
}

/** What one answer may cost. Milliseconds, and megabytes of heap. */
const given = { patience: 30_000, memory: 384 };

/**
 * Grades a class: each entry of a folder is a submission. The instructor's exercises are used, never a submission's.
 * Exit code 1: something could not be read or graded, and the rest was.
 */
export async function gradeAll(folder: string, options: ClassOptions, context: Context): Promise<ExitCode> {
  const from = folderOf(folder, context);
  const out = resolve(context.cwd, options.out);
  const workers = workersOf(options.workers, context);
  const shard = shardOf(options.shard, context);
  const build = context.build;
  if (build === undefined) throw new Error('there is no bundle to start workers with');
  const course = courseOf(context, build);
  const wanted = wantedOf(options.only, context);
  const about = course.opened.map(aboutExercise).filter(({ folder: name }) => wanted.has(name));
  const outputs = readOutputs(options, about, context);
  const giveBack = take(out, from, context);
  const terms: Terms = {
    engine: engineOf(build),
    lang: context.lang,
    runsCode: options.runCode === true,
    decisions: [],
  };
  const store = new Store(inside(out));
  const pool = new Pool(
    { root: context.root, build, lang: terms.lang, runsCode: terms.runsCode, decisions: terms.decisions },
    { ...given, workers, entry: join(context.home, 'graders/cli/worker.mjs') },
  );
  const progress = new ClassProgress(context);
  try {
    keepAbout(out, { version: 1, engine: terms.engine, ...(shard && { shard }) });
    const tell = progress.tell.bind(progress);
    const all = await gradeClass({
      folder: from,
      course,
      terms,
      pool,
      given,
      store,
      tell,
      ...(shard && { shard }),
    });
    await pool.close();
    const results = onlyThese(all, wanted);
    writeClass(results, out, { lang: context.lang });
    store.settle();
    // A part of a class is no class: who puts the parts together writes what is made of them.
    const told = shard ? [] : writeAll(results, out, outputs, context);
    progress.end();
    if (options.format === 'json') for (const piece of resultsText(results)) context.out.write(piece);
    else printLines(context.out, [...summary(results, out, context), ...told]);
    return isComplete(results) ? 0 : 1;
  } finally {
    progress.end();
    await pool.close();
    store.close();
    giveBack();
  }
}

function folderOf(folder: string, { cwd, lang }: Context): string {
  const path = resolve(cwd, folder);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(fill(noFolder, { folder: safe(folder) }, lang));
  }
  return path;
}

/** The folders of the exercises that the results are about: those that were named, or all. */
function wantedOf(only: string | undefined, { root, lang }: Context): ReadonlySet<string> {
  const folders = listFolders(root);
  const names = (only ?? '').split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  const chosen = names.length > 0 ? chooseFolders(folders, names, lang) : folders;
  return new Set(chosen.map(({ name }) => name));
}

function workersOf(workers: string | undefined, { lang }: Context): number {
  if (workers === undefined) return availableParallelism();
  const count = Number(workers);
  if (!/^\d{1,3}$/.test(workers) || count < 1) throw new UsageError(fill(badWorkers, { workers: safe(workers) }, lang));
  return count;
}

function shardOf(text: string | undefined, { lang }: Context): Shard | undefined {
  if (text === undefined) return undefined;
  const shard = readShard(text);
  if (!shard) throw new UsageError(fill(badShard, { shard: safe(text) }, lang));
  return shard;
}

function courseOf({ root, lang }: Context, build: string): OpenedCourse {
  try {
    const course = openCourse(root, build);
    if (course.opened.length === 0) throw new UsageError(fill(noCourse, { root }, lang));
    return course;
  } catch (problem) {
    if (!(problem instanceof BrokenCourse)) throw problem;
    const [first] = problem.exercise.problems;
    const why = first ? sayFinding(first, lang) : '';
    throw new UsageError(fill(brokenCourse, { folder: problem.exercise.folder.name, why }, lang));
  }
}

function take(out: string, from: string, { cwd, lang }: Context): () => void {
  try {
    return takeOut(out, [from]);
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
      wrap(`${safe(path)}  ${safe(message[context.lang])}`, screen.width, screen.palette),
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

const noFolder: Text = { es: 'No existe la carpeta `{folder}`.', en: 'The folder `{folder}` does not exist.' };
const badWorkers: Text = {
  es: '`--workers {workers}` no es un número de hilos: es un número entero desde 1.',
  en: '`--workers {workers}` is no number of threads: it is a whole number from 1 on.',
};
const badShard: Text = {
  es: '`--shard {shard}` no dice qué parte: se escribe `2/5`, la segunda de cinco.',
  en: '`--shard {shard}` does not say which part: it is written `2/5`, the second of five.',
};
const noCourse: Text = {
  es: 'En `{root}` no hay ningún curso: falta `exercises/`.',
  en: 'There is no course in `{root}`: `exercises/` is missing.',
};
const brokenCourse: Text = {
  es: 'El ejercicio `{folder}` del curso no se puede usar para corregir: {why}',
  en: 'Exercise `{folder}` of the course cannot be graded by: {why}',
};
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
const where: Text = { es: 'Los resultados están en `{out}`.', en: 'The results are in `{out}`.' };
