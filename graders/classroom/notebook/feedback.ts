import { textAt } from '../../core/fields.ts';
import type { Lang } from '../../core/text.ts';
import { readCells } from './cells.ts';
import { feedbackCell, type GradedExercise, type LeftOut, summaryCell } from './feedback-cell.ts';
import { cellPlaces, type Insertion, withCells, withoutCells } from './splice.ts';
import { cellJson } from './write.ts';

/** The cells of a notebook that reports are in. Whoever deletes them has the notebook that was handed in. */
export function withoutFeedback(text: string): string {
  const read = readCells(text);
  if ('problem' in read) return text;
  const removed = new Set(
    read.cells.flatMap(({ metadata, number }) =>
      textAt(metadata, 'timonel', 'part') === 'feedback' ? [number - 1] : [],
    ),
  );
  return removed.size === 0 ? text : withoutCells(text, cellPlaces(text), removed);
}

/**
 * A notebook with a report below each answer and a summary before everything; not a byte of the rest changes. Reports of an earlier
 * grading are replaced.
 * @param text of a notebook that `readNotebook` has read, without feedback
 * @param places numbers of the cells where each exercise stands, by its id
 */
export function withFeedback(
  text: string,
  graded: readonly GradedExercise[],
  places: ReadonlyMap<string, readonly number[]>,
  left: readonly LeftOut[],
  lang: Lang,
): string {
  const read = readCells(text);
  const cells = cellPlaces(text);
  if ('problem' in read || cells.length === 0) return text;
  const { major, minor } = read.format;
  const withId = major > 4 || (major === 4 && minor >= 5);
  const insertions = graded.flatMap((one): Insertion[] => {
    const cell = feedbackCell(one, lang);
    const behind = places.get(one.report.id)?.at(-1);
    return cell && behind !== undefined ? [{ behind: behind - 1, json: cellJson(cell, withId) }] : [];
  });
  const summary = { behind: -1, json: cellJson(summaryCell(graded, left, lang), withId) };
  return withCells(text, cells, [summary, ...insertions]);
}
