import type { Lang } from '../../core/text.ts';
import type { Told } from '../../render/told.ts';
import type { ClassExercise, ClassResults, GradedAnswer, GradedSubmission } from '../results.ts';

/** An answer and the exercise it answers. */
export interface Answered {
  readonly exercise: ClassExercise;
  readonly answer: GradedAnswer;
}

/** The answers of a submission beside their exercises, in the order of the course. */
export function answersOf({ exercises }: ClassResults, submission: GradedSubmission): readonly Answered[] {
  const byId = new Map(exercises.map((exercise) => [exercise.id, exercise]));
  return submission.exercises.flatMap((answer) => {
    const exercise = byId.get(answer.report.id);
    return exercise ? [{ exercise, answer }] : [];
  });
}

/** A submission as the formats of single grades take it. Paths stand as in the course. */
export function toldOfSubmission(results: ClassResults, submission: GradedSubmission, lang: Lang): readonly Told[] {
  return answersOf(results, submission).map(({ exercise: { title, checks, folder }, answer: { report } }) => ({
    report,
    title: title[lang],
    checks: checks.map((check) => ({ ...check, title: check.title[lang] })),
    shownPath: (path) => `${folder}/${path}`,
  }));
}
