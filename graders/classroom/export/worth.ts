import type { Points } from '../../core/report.ts';
import { intervalOf, sumOf } from '../../render/score.ts';
import type { ClassResults, GradedSubmission } from '../results.ts';
import { type Answered, answersOf } from './told.ts';

/** What an answer is worth, as an interval. */
export const worthOf = ({ exercise, answer }: Answered): Points => intervalOf(answer.report, exercise.of);

/** What a whole submission is worth. */
export const totalOf = (results: ClassResults, submission: GradedSubmission): Points =>
  sumOf(answersOf(results, submission).map(worthOf));
