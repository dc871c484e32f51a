import { isUntouched, type Points } from '../../core/report.ts';
import type { Exercise } from '../../exercise.ts';
import type { ExerciseJson } from '../../render/json.ts';
import type { ClassExercise, ClassResults, GradedAnswer, GradedSubmission, Remark } from '../results.ts';
import { aboutExercise, tidy } from './course.ts';

/** A submission whose answers are known by their keys. */
export interface SubmissionKept extends Pick<GradedSubmission, 'id' | 'entry' | 'student' | 'remarks'> {
  /** One for each exercise, in the order of the course. */
  readonly answers: readonly AnswerKept[];
}

export interface AnswerKept {
  readonly key: string;
  readonly files: GradedAnswer['answers'];
}

/** @param reportOf the report of a key, as JSON text */
export function assemble(
  opened: readonly Exercise[],
  submissions: readonly SubmissionKept[],
  remarks: readonly Remark[],
  reportOf: (key: string) => string,
): ClassResults {
  const exercises = opened.map(aboutExercise);
  // Equal answers share one report in memory, too.
  const reports = new Map<string, ExerciseJson>();
  const read = (key: string): ExerciseJson => {
    const report = reports.get(key) ?? (JSON.parse(reportOf(key)) as ExerciseJson);
    reports.set(key, report);
    return report;
  };
  const graded = submissions.map(({ answers, id, entry, student, remarks: own }): GradedSubmission => {
    const all = answers.map(({ key, files }): GradedAnswer => ({ report: read(key), answers: files, key }));
    return { id, entry, student, points: pointsOf(all, exercises), exercises: all, remarks: own };
  });
  return { version: 1, exercises, submissions: graded, remarks };
}

/**
 * The points of a submission. What nobody answered gives none; what could not be graded may still give all.
 */
function pointsOf(answers: readonly GradedAnswer[], exercises: readonly ClassExercise[]): Points {
  const each = answers.map(({ report }, index): Points => {
    const { of } = exercises[index] ?? report.points;
    if (isUntouched(report)) return { min: 0, max: 0, of };
    return report.status === 'error' ? { min: 0, max: of, of } : report.points;
  });
  const sum = (part: keyof Points): number => tidy(each.reduce((total, points) => total + points[part], 0));
  return { min: sum('min'), max: sum('max'), of: sum('of') };
}
