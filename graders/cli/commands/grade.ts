import { join, resolve } from 'node:path';
import { isFault } from '../../core/fault/fault.ts';
import type { OpenedExercise } from '../../course/exercises.ts';
import { listFolders } from '../../course/folders.ts';
import { exercisesIn } from '../../course/paths.ts';
import { exerciseJson, gradeJson } from '../../render/json.ts';
import { sayLeft } from '../../render/left.ts';
import { textsOf } from '../../render/places.ts';
import { githubSummary } from '../../render/sinks/github.ts';
import { type SinkName, sinks } from '../../render/sinks/sinks.ts';
import { reportLines } from '../../render/terminal/report.ts';
import { summaryLines } from '../../render/terminal/summary.ts';
import { type Told, toldOf } from '../../render/told.ts';
import { type Graded, gradeFolder } from '../grading.ts';
import type { Context, ExitCode } from '../io.ts';
import { printJson, printLines } from '../print.ts';
import { decisionFile, decisionsFor } from '../reviewing.ts';
import { fromCwd, screenFor } from '../screen.ts';
import { addStepSummary } from '../step-summary.ts';
import { Waiting } from '../waiting.ts';
import { namedOrCounting } from '../which.ts';

export interface GradeOptions {
  readonly dir?: string;
  readonly format: 'human' | 'json' | SinkName;
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
  const chosen = namedOrCounting(folders, wanted, context);
  const answersRoot = dir === undefined ? exercisesIn(context.root) : resolve(context.cwd, dir);
  const { decisions } = decisionsFor(decisionFile(dir, context), context);
  const waiting = new Waiting(context, chosen.length);
  const results = chosen.map((folder) => {
    waiting.step();
    return gradeFolder(context.root, folder, answersRoot, context.build, { unprotected, decisions });
  });
  waiting.end();
  if (format === 'human') show(results, answersRoot, context, reveal);
  else if (format === 'json') printReports(results, context, reveal);
  else {
    const told = results.map((graded) => toldFrom(graded, answersRoot, context, reveal));
    context.out.write(sinks[format](told, context));
    if (format === 'github') addStepSummary(githubSummary(told, context.lang), context);
    // Exercism takes any other exit code for a runner that did not work.
    if (format === 'exercism') return results.some(isOurFault) ? 2 : 0;
  }
  return exitCode(results);
}

function toldFrom({ report, sources, opened }: Graded, answersRoot: string, context: Context, reveal: boolean): Told {
  const shownPath = pathsOf(opened, answersRoot, context);
  return toldOf(report, opened.exercise?.spec, textsOf(sources), shownPath, context.lang, reveal);
}

const isOurFault = ({ report }: Graded): boolean => report.checks.some(({ findings }) => findings.some(isFault));

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
  const shownPath = pathsOf(opened, answersRoot, context);
  const screen = { ...screenFor(context, textsOf(sources), shownPath), reveal };
  return reportLines(report, screen, { answers: answers.map(shownPath) });
}

/** The paths of an exercise as they can be opened from where the person stands. */
function pathsOf({ exercise, folder }: OpenedExercise, answersRoot: string, { root, cwd }: Context) {
  const answers = (exercise?.spec.answers ?? []).map(({ file }) => file);
  return (path: string): string => {
    const base = answers.includes(path) ? answersRoot : exercisesIn(root);
    return fromCwd(cwd, join(base, folder.name, path));
  };
}

function exitCode(results: readonly Graded[]): ExitCode {
  if (results.some(({ report }) => report.status === 'error')) return 2;
  return results.some(({ report }) => report.status === 'fail') ? 1 : 0;
}
