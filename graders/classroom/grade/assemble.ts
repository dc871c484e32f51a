import type { Exercise } from '../../exercise.ts';
import type { ExerciseJson } from '../../render/json.ts';
import { intervalOf, sumOf } from '../../render/score.ts';
import { aboutExercise } from '../about.ts';
import type { ClassResults, GradedAnswer, GradedSubmission, Remark } from '../results.ts';
import { SharedChecks } from './shared-checks.ts';

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
  // Equal answers share one report in memory, too, and reports the checks that came to the same.
  const reports = new Map<string, ExerciseJson>();
  const shared = new SharedChecks();
  const read = (key: string): ExerciseJson => {
    const report = reports.get(key) ?? shared.parse(reportOf(key));
    reports.set(key, report);
    return report;
  };
  const graded = submissions.map(({ answers, id, entry, student, remarks: own }): GradedSubmission => {
    const all = answers.map(({ key, files }): GradedAnswer => ({ report: read(key), answers: files, key }));
    const points = sumOf(all.map(({ report }, index) => intervalOf(report, exercises[index]?.of ?? report.points.of)));
    return { id, entry, student, points, exercises: all, remarks: own };
  });
  return { version: 1, exercises, submissions: graded, remarks };
}
