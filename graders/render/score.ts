import { isUntouched, type Points, tidy } from '../core/report.ts';
import type { ExerciseJson } from './json.ts';

/**
 * Which end of the interval a gradebook gets where the grader abstained. `min`: what is certain, until somebody has read
 * the rest. `max`: all that was abstained on counts as right.
 */
export type ReviewScore = 'min' | 'max';

/**
 * What an exercise is worth, as an interval. What is not answered is worth nothing, whichever end is taken; where an
 * exercise could not be graded nothing is known.
 * @param of the most points the exercise gives: a report of one that could not be graded knows of none
 */
export function intervalOf(report: ExerciseJson, of: number): Points {
  if (isUntouched(report)) return { min: 0, max: 0, of };
  if (report.status === 'error') return { min: 0, max: of, of };
  return { min: report.points.min, max: report.points.max, of: report.points.of };
}

/** The sum of several intervals. */
export function sumOf(intervals: readonly Points[]): Points {
  const part = (key: keyof Points) => tidy(intervals.reduce((total, points) => total + points[key], 0));
  return { min: part('min'), max: part('max'), of: part('of') };
}

/** An amount scaled to another maximum, and never out of it: two decimals. */
export function scaled(points: Points, to: number, review: ReviewScore): number {
  if (points.of <= 0) return 0;
  return Math.min(to, Math.max(0, Math.round((points[review] / points.of) * to * 100) / 100));
}
