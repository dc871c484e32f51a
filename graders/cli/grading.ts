import { join } from 'node:path';
import type { Decision, Observed } from '../checks/observed.ts';
import { continued } from '../continued.ts';
import type { Finding } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import type { Source } from '../core/source.ts';
import { type OpenedExercise, openExercise, readAnswers, readEarlier } from '../course/exercises.ts';
import type { FileRead } from '../course/files.ts';
import type { Folder } from '../course/folders.ts';
import type { Exercise } from '../exercise.ts';
import { failed, grade } from '../grade.ts';
import { observe } from './service/observe.ts';
import type { RunOptions } from './service/run.ts';

export interface GradingOptions extends RunOptions {
  /** What people decided where the grader abstained. */
  readonly decisions?: readonly Decision[];
  /** What was seen of the answer by somebody else: then nothing is run here. */
  readonly observed?: Observed;
}

/** The result of one exercise with the texts it talks about. */
export interface Graded {
  readonly report: Report;
  /** Every text that was read, by its path relative to the exercise folder. */
  readonly sources: readonly Source[];
  /** The student's files that could be read. */
  readonly answers: readonly Source[];
  readonly opened: OpenedExercise;
}

/**
 * Reads and grades one exercise.
 * @param root absolute path of the course
 * @param answersRoot folder whose `NN-slug/` hold the answers: `exercises` of the course, or its `solutions`
 */
export function gradeFolder(
  root: string,
  folder: Folder,
  answersRoot: string,
  build?: string,
  options: GradingOptions = {},
): Graded {
  return gradeAnswers(openExercise(root, folder, build), join(answersRoot, folder.name), options);
}

/** Grades the answers in a folder against an exercise that is already open: what a save costs in a study session. */
export function gradeAnswers(opened: OpenedExercise, directory: string, options: GradingOptions = {}): Graded {
  const { exercise } = opened;
  if (!exercise) return gradeFiles(opened, [], options);
  const own = continued(exercise, readEarlier(opened, directory));
  return gradeFiles({ ...opened, exercise: own }, readAnswers(opened, directory), options);
}

/** Grades answers that were read already, one for each file of the exercise and in their order. */
export function gradeFiles(opened: OpenedExercise, files: readonly FileRead[], options: GradingOptions = {}): Graded {
  const { exercise } = opened;
  if (!exercise) return { report: ungraded(opened, opened.problems), sources: opened.sources, answers: [], opened };
  const answers = files.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]));
  const sources = [...opened.sources, ...answers];
  const problems = files.flatMap(({ problem }) => problem ?? []);
  const report = problems.length > 0 ? ungraded(opened, problems) : observeAndGrade(exercise, answers, options);
  return { report, sources, answers, opened };
}

function observeAndGrade(exercise: Exercise, answers: readonly Source[], options: GradingOptions): Report {
  try {
    const { decisions, observed = observe(exercise, answers, options) } = options;
    return grade(exercise, answers, { ...observed, ...(decisions && { decisions }) });
  } catch (problem) {
    return failed(exercise, answers, problem);
  }
}

/** The report of an exercise whose files cannot be read: one check, which is that they can. */
function ungraded({ folder, exercise }: OpenedExercise, findings: readonly Finding[]): Report {
  const none = { min: 0, max: 0, of: 0 };
  const title = { es: 'Los ficheros del ejercicio se pueden leer', en: 'The files of the exercise can be read' };
  return {
    id: exercise?.spec.id ?? folder.slug,
    number: exercise?.spec.number ?? folder.number,
    folder: folder.name,
    title: exercise?.spec.title ?? { es: folder.slug, en: folder.slug },
    ...(exercise?.spec.practice && { practice: true }),
    status: 'error',
    points: none,
    enough: 0,
    checks: [{ id: 'ficheros', kind: 'file', title, status: 'fail', points: none, findings }],
  };
}
