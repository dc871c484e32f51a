import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { aboutExercise } from '../../classroom/about.ts';
import { gradeClass } from '../../classroom/grade/class.ts';
import { BrokenCourse, openCourse } from '../../classroom/grade/course.ts';
import type { Job, Outcome, Setup } from '../../classroom/grade/job.ts';
import { engineOf, type Terms } from '../../classroom/grade/key.ts';
import { Pool } from '../../classroom/grade/pool.ts';
import { readShard, type Shard } from '../../classroom/grade/shard.ts';
import type { Course } from '../../classroom/intake/submission.ts';
import { onlyThese } from '../../classroom/only.ts';
import { inside, keepAbout } from '../../classroom/store/out.ts';
import { Store } from '../../classroom/store/store.ts';
import { fill } from '../../core/messages.ts';
import type { Text } from '../../core/text.ts';
import { listFolders } from '../../course/folders.ts';
import { safe } from '../../render/terminal/safe.ts';
import { sayFinding } from '../../render/words.ts';
import { type ClassOptions, finish, folderOf, take } from '../class-finish.ts';
import { readOutputs } from '../class-outputs.ts';
import { ClassProgress } from '../class-progress.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { secretIn } from '../secret.ts';
import { chooseFolders } from '../which.ts';
import { workerEntry } from '../workers.ts';
import { mergeAll } from './class-merge.ts';

/** What one answer may cost. Milliseconds, and megabytes of heap. */
const given = { patience: 30_000, memory: 384 };

/**
 * Grades a class: each entry of a folder is a submission. The instructor's exercises are used, never a submission's.
 * Exit code 1: something could not be read or graded, and the rest was.
 */
export async function gradeAll(folders: readonly string[], options: ClassOptions, context: Context): Promise<ExitCode> {
  const [folder = '', ...more] = folders;
  if (folder === 'merge' && more.length > 0) return mergeAll(more, options, context);
  if (more.length > 0) throw new UsageError(fill(oneFolder, {}, context.lang));
  const from = folderOf(folder, context);
  const out = resolve(context.cwd, options.out);
  const workers = workersOf(options.workers, context);
  const shard = shardOf(options.shard, context);
  const secret = options.secret === undefined ? undefined : secretIn(options.secret, context);
  const build = context.build;
  if (build === undefined) throw new Error('there is no bundle to start workers with');
  const course = courseOf(context, build);
  const wanted = wantedOf(options.only, context);
  const about = course.opened.map(aboutExercise).filter(({ folder: name }) => wanted.has(name));
  const outputs = readOutputs(options, about, context);
  const giveBack = take(out, [from], context);
  const terms: Terms = {
    engine: engineOf(build),
    lang: context.lang,
    runsCode: options.runCode === true,
    decisions: [],
  };
  const store = new Store(inside(out));
  const pool = new Pool<Job, Outcome>(
    {
      does: 'answers',
      root: context.root,
      build,
      lang: terms.lang,
      runsCode: terms.runsCode,
      decisions: terms.decisions,
    } satisfies Setup,
    { ...given, workers, entry: workerEntry(context.home) },
  );
  const progress = new ClassProgress(context);
  try {
    const { engine, lang, runsCode } = terms;
    keepAbout(out, { version: 1, engine, lang, runsCode, ...(shard && { shard }) });
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
      ...(secret !== undefined && { secret }),
    });
    const results = onlyThese(all, wanted);
    progress.end();
    return finish(results, { out, store, outputs, isPart: shard !== undefined }, options.format, context);
  } finally {
    progress.end();
    await pool.close();
    store.close();
    giveBack();
  }
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

function courseOf({ root, lang }: Context, build: string): Course {
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
const oneFolder: Text = {
  es: 'Se corrige una carpeta cada vez. Para juntar resultados: `npx timonel class merge PARTE… --out CARPETA`.',
  en: 'One folder is graded at a time. To put results together: `npx timonel class merge PART… --out FOLDER`.',
};
