import { join, resolve } from 'node:path';
import { listFolders } from '../../course/folders.ts';
import { exercisesIn } from '../../course/paths.ts';
import { exerciseJson, gradeJson } from '../../render/json.ts';
import { sayLeft } from '../../render/left.ts';
import { textsOf } from '../../render/places.ts';
import { reportLines } from '../../render/terminal/report.ts';
import { summaryLines } from '../../render/terminal/summary.ts';
import { type Graded, gradeFolder } from '../grading.ts';
import type { Context, ExitCode } from '../io.ts';
import { printJson, printLines } from '../print.ts';
import { decisionFile, decisionsFor } from '../reviewing.ts';
import { fromCwd, screenFor } from '../screen.ts';
import { Waiting } from '../waiting.ts';
import { chooseFolders } from '../which.ts';

export interface GradeOptions {
  readonly dir?: string;
  readonly format: 'human' | 'json';
  /** A service may run without anything that holds it. */
  readonly unprotected?: boolean;
  /** With the results that predictions and judgements hold back. */
  readonly reveal?: boolean;
}

/** Grades some exercises, or all of them. */
export function grade(
  wanted: readonly string[],
  { dir, format, unprotected = false, reveal = false }: GradeOptions,
  context: Context,
): ExitCode {
  const folders = listFolders(context.root);
  const chosen = wanted.length === 0 ? folders : chooseFolders(folders, wanted, context.lang);
  const answersRoot = dir === undefined ? exercisesIn(context.root) : resolve(context.cwd, dir);
  const { decisions } = decisionsFor(decisionFile(dir, context), context);
  const waiting = new Waiting(context, chosen.length);
  const results = chosen.map((folder) => {
    waiting.step();
    return gradeFolder(context.root, folder, answersRoot, context.build, { unprotected, decisions });
  });
  waiting.end();
  if (format === 'json') printReports(results, context, reveal);
  else show(results, answersRoot, context, reveal);
  return exitCode(results);
}

function printReports(results: readonly Graded[], context: Context, reveal: boolean): void {
  const entries = results.map(({ report, sources }) => exerciseJson(report, textsOf(sources), context.lang, reveal));
  printJson(context.out, gradeJson(entries));
}

/** Exercises in full where there is something to say, and a table when there is more than one. */
function show(results: readonly Graded[], answersRoot: string, context: Context, reveal: boolean): void {
  const full = (graded: Graded) => fullReport(graded, answersRoot, context, reveal);
  const [only, ...others] = results;
  if (only && others.length === 0) printLines(context.out, full(only));
  else {
    const told = results.filter(
      ({ report }) => ['fail', 'error', 'review'].includes(report.status) || sayLeft(report, context.lang),
    );
    const table = summaryLines(
      results.map(({ report }) => report),
      screenFor(context),
    );
    printLines(context.out, [...told.flatMap((graded) => [...full(graded), '', '']), ...table]);
  }
}

function fullReport(
  { report, sources, opened }: Graded,
  answersRoot: string,
  context: Context,
  reveal: boolean,
): readonly string[] {
  const answers = (opened.exercise?.spec.answers ?? []).map(({ file }) => file);
  const shownPath = (path: string) => {
    const base = answers.includes(path) ? answersRoot : exercisesIn(context.root);
    return fromCwd(context.cwd, join(base, opened.folder.name, path));
  };
  const screen = { ...screenFor(context, textsOf(sources), shownPath), reveal };
  return reportLines(report, screen, { answers: answers.map(shownPath) });
}

function exitCode(results: readonly Graded[]): ExitCode {
  if (results.some(({ report }) => report.status === 'error')) return 2;
  return results.some(({ report }) => report.status === 'fail') ? 1 : 0;
}
