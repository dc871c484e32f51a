import type { CheckStatus } from '../../core/report.ts';
import { type ExerciseStatus, isUntouched, type Points } from '../../core/report.ts';
import type { ReviewScore } from '../../render/score.ts';
import { answersOf } from '../export/told.ts';
import { totalOf, worthOf } from '../export/worth.ts';
import type { ClassExercise, ClassResults, GradedSubmission } from '../results.ts';

/** What grading again changes, before anybody is told. */
export interface Comparison {
  readonly version: 1;
  /** Who loses most first, who gains most last; those without a change are left out. */
  readonly changes: readonly Change[];
  /** Ids that were not there before, and that are there no more. */
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

export interface Change {
  readonly submission: string;
  readonly before: Points;
  readonly after: Points;
  /** What the number in the gradebook changes by. */
  readonly by: number;
  readonly exercises: readonly ExerciseChange[];
}

export interface ExerciseChange {
  readonly id: string;
  readonly number: number;
  readonly before: { readonly status: Status; readonly points: Points };
  readonly after: { readonly status: Status; readonly points: Points };
  /** The student's files are not the same as before. */
  readonly answered: boolean;
  readonly checks: readonly CheckChange[];
}

export interface CheckChange {
  readonly id: string;
  /** Absent where the check was not there, or was not asked. */
  readonly before?: { readonly status: CheckStatus; readonly points: Points };
  readonly after?: { readonly status: CheckStatus; readonly points: Points };
  /** What is found now and was not, or else what was found and no longer is. */
  readonly why?: string;
}

/** `absent`: the exercise was not part of the results. */
export type Status = ExerciseStatus | 'untouched' | 'absent';

/** @param review which end of the interval is the number of the gradebook */
export function compareResults(before: ClassResults, after: ClassResults, review: ReviewScore): Comparison {
  const old = new Map(before.submissions.map((submission) => [submission.id, submission]));
  const changes = after.submissions.flatMap((submission): readonly Change[] => {
    const then = old.get(submission.id);
    if (!then) return [];
    const exercises = exerciseChanges(before, then, after, submission);
    if (exercises.length === 0) return [];
    const [was, is] = [totalOf(before, then), totalOf(after, submission)];
    const by = Math.round((is[review] - was[review]) * 100) / 100;
    return [{ submission: submission.id, before: was, after: is, by, exercises }];
  });
  const now = new Set(after.submissions.map(({ id }) => id));
  return {
    version: 1,
    changes: changes.sort((a, b) => a.by - b.by || (a.submission < b.submission ? -1 : 1)),
    added: after.submissions.flatMap(({ id }) => (old.has(id) ? [] : [id])),
    gone: before.submissions.flatMap(({ id }) => (now.has(id) ? [] : [id])),
  };
}

function exerciseChanges(
  before: ClassResults,
  then: GradedSubmission,
  after: ClassResults,
  now: GradedSubmission,
): readonly ExerciseChange[] {
  const [olds, news] = [standings(before, then), standings(after, now)];
  const ids = [...new Set([...news.keys(), ...olds.keys()])];
  return ids
    .flatMap((id): readonly ExerciseChange[] => {
      const [was, is] = [olds.get(id), news.get(id)];
      const number = (is ?? was)?.exercise.number ?? 0;
      const checks = checkChanges(was, is);
      if (was && is && same(was, is) && checks.length === 0) return [];
      const answered = filesOf(was) !== filesOf(is);
      return [{ id, number, before: shown(was), after: shown(is), answered, checks }];
    })
    .sort((a, b) => a.number - b.number);
}

interface Standing {
  readonly exercise: ClassExercise;
  readonly status: Status;
  readonly points: Points;
  readonly answer: GradedSubmission['exercises'][number];
}

function standings(results: ClassResults, submission: GradedSubmission): ReadonlyMap<string, Standing> {
  return new Map(
    answersOf(results, submission).map((one) => {
      const { exercise, answer } = one;
      const status: Status = isUntouched(answer.report) ? 'untouched' : answer.report.status;
      return [exercise.id, { exercise, status, points: worthOf(one), answer }];
    }),
  );
}

const nothing: Points = { min: 0, max: 0, of: 0 };

const shown = (standing: Standing | undefined): ExerciseChange['before'] =>
  standing ? { status: standing.status, points: standing.points } : { status: 'absent', points: nothing };

const same = (a: Standing, b: Standing): boolean => a.status === b.status && samePoints(a.points, b.points);

const samePoints = (a: Points, b: Points): boolean => a.min === b.min && a.max === b.max && a.of === b.of;

const filesOf = (standing: Standing | undefined): string => JSON.stringify(standing?.answer.answers ?? []);

function checkChanges(was: Standing | undefined, is: Standing | undefined): readonly CheckChange[] {
  const of = (standing: Standing | undefined) =>
    new Map((standing?.answer.report.checks ?? []).map((check) => [check.id, check]));
  const [olds, news] = [of(was), of(is)];
  return [...new Set([...news.keys(), ...olds.keys()])].flatMap((id): readonly CheckChange[] => {
    const [old, now] = [olds.get(id), news.get(id)];
    if (old && now && old.status === now.status && samePoints(old.points, now.points)) return [];
    const said = new Set(old?.findings.map(({ message }) => message));
    const found = now?.findings.find(({ message, severity }) => severity !== 'info' && !said.has(message));
    const why = (found ?? now?.findings[0] ?? old?.findings[0])?.message;
    return [
      {
        id,
        ...(old && { before: { status: old.status, points: old.points } }),
        ...(now && { after: { status: now.status, points: now.points } }),
        ...(why !== undefined && { why }),
      },
    ];
  });
}
