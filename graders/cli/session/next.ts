import { counts, isUntouched } from '../../core/report.ts';
import { offered } from '../../course/offered.ts';
import type { Graded } from '../grading.ts';
import { folderOf, isDone } from './state.ts';

/**
 * The exercise that comes after one: the first behind it, and then from the start, that is offered, not done, and whose prerequisites
 * are; where none is ready, the first that is not done.
 * @param after folder of an exercise, which is never the answer; without it the search begins at the start
 */
export function nextExercise(results: readonly Graded[], after?: string): Graded | undefined {
  const at = results.findIndex((result) => folderOf(result) === after);
  const ahead = [...results.slice(at + 1), ...results.slice(0, Math.max(0, at))];
  const all = offered(
    results,
    ({ report }) => counts(report),
    ({ report }) => !isUntouched(report),
  );
  const open = ahead.filter((result) => !isDone(result) && all.includes(result));
  // A prerequisite that this course does not have asks for nothing.
  const undone = new Set(results.filter((result) => !isDone(result)).map(({ report }) => report.id));
  const isReady = ({ opened }: Graded) => !(opened.exercise?.spec.prerequisites ?? []).some((id) => undone.has(id));
  return open.find(isReady) ?? open[0];
}
