import { fill } from '../../core/messages.ts';
import { plainLetters } from '../../core/plain-letters.ts';
import type { Report } from '../../core/report.ts';
import type { Text } from '../../core/text.ts';
import { openExercise } from '../../course/exercises.ts';
import { listFolders } from '../../course/folders.ts';
import { type Module, moduleOf, modulesOf, numbered } from '../../course/modules.ts';
import { exercisesIn } from '../../course/paths.ts';
import { noProgress, type Progress, readProgress } from '../../course/progress.ts';
import { rowsOf, tallyLine } from '../../render/terminal/summary.ts';
import { gradeFolder } from '../grading.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { printJson, printLines } from '../print.ts';
import { screenFor } from '../screen.ts';
import { noExercises } from '../sentences.ts';
import { Waiting } from '../waiting.ts';

export interface ListOptions {
  /** Number of a module, or a part of its title. */
  readonly module?: string;
  /** Only what is not passed. */
  readonly pending?: boolean;
  readonly format: 'human' | 'json';
}

/** Every exercise by module, and how it stands. */
export function list({ module, pending = false, format }: ListOptions, context: Context): ExitCode {
  const folders = listFolders(context.root);
  if (folders.length === 0) throw new UsageError(noExercises[context.lang]);
  const chosen = module === undefined ? undefined : chooseModule(module, context);
  const asked = folders.filter(({ slug }) => chosen === undefined || chosen.exercises.includes(slug));
  const waiting = new Waiting(context, asked.length);
  const graded = asked.map((folder) => {
    waiting.step();
    return gradeFolder(context.root, folder, exercisesIn(context.root), context.build).report;
  });
  waiting.end();
  const reports = graded.filter(({ status }) => !pending || (status !== 'pass' && status !== 'review'));
  if (format === 'json') printJson(context.out, jsonOf(reports, context));
  else printLines(context.out, linesOf(reports, context));
  return 0;
}

function linesOf(reports: readonly Report[], context: Context): readonly string[] {
  const screen = screenFor(context);
  if (reports.length === 0) return [screen.palette.good(nothingPending[context.lang])];
  const rows = new Map(rowsOf(reports, screen).map((row, index) => [reports[index], row]));
  const blocks = byModule(reports, modulesOf(context.root)).flatMap(({ module, inside }) => [
    screen.palette.strong((module?.title ?? noModuleOf)[context.lang]),
    ...inside.map((report) => `  ${rows.get(report)}`),
    '',
  ]);
  return [...blocks, tallyLine(reports, screen)];
}

function jsonOf(reports: readonly Report[], { root, lang }: Context) {
  const { progress } = readProgress(root);
  const modules = modulesOf(root);
  return { version: 1, exercises: reports.map((report) => entryOf(report, progress, modules, lang)) };
}

function entryOf(
  { id, number, folder, title, practice, status, points }: Report,
  progress: Progress,
  modules: readonly Module[],
  lang: Context['lang'],
) {
  const { attempts, hints, solved } = progress.get(id) ?? noProgress;
  const module = moduleOf(modules, id)?.title[lang];
  return {
    id,
    number,
    folder,
    title: title[lang],
    ...(module !== undefined && { module }),
    ...(practice && { practice }),
    status,
    points,
    attempts,
    hints: hints.length,
    ...(solved !== undefined && { solved }),
  };
}

/** Exercises that no module names come last, under no title of their own. */
function byModule(
  reports: readonly Report[],
  modules: readonly Module[],
): readonly { module: Module | undefined; inside: readonly Report[] }[] {
  return [...modules, undefined]
    .map((module) => ({ module, inside: reports.filter(({ id }) => moduleOf(modules, id) === module) }))
    .filter(({ inside }) => inside.length > 0);
}

type Numbered = ReturnType<typeof numbered<Module>>[number];

/** @throws UsageError where no module, or more than one, is meant */
function chooseModule(wanted: string, context: Context): Module {
  const { lang, root, build } = context;
  const exercises = listFolders(root).flatMap((folder) => openExercise(root, folder, build).exercise?.spec ?? []);
  const modules = numbered(modulesOf(root), exercises);
  const isMeant = /^\d+$/.test(wanted)
    ? ({ number }: Numbered) => number === Number(wanted)
    : ({ module }: Numbered) => plainLetters(module.title[lang]).includes(plainLetters(wanted));
  const [only, ...others] = modules.filter(isMeant);
  if (only && others.length === 0 && wanted.trim() !== '') return only.module;
  const known = modules.map(({ module, number }) => [number, module.title[lang]].join(' ').trim());
  throw new UsageError(fill(noModule, { wanted, known }, lang));
}

const noModuleOf: Text = { es: 'Ejercicios', en: 'Exercises' };
const nothingPending: Text = { es: 'Aquí no queda nada por hacer.', en: 'There is nothing left to do here.' };
const noModule: Text = {
  es: '`{wanted}` no es un módulo. Di su número o parte de su título: {known}.',
  en: '`{wanted}` is no module. Say its number or a part of its title: {known}.',
};
