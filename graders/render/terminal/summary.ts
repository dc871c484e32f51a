import { counts, type ExerciseStatus, isUntouched, type Report } from '../../core/report.ts';
import { pointsShort } from './points.ts';
import { statusMarks, statusStyle } from './report.ts';
import { safe } from './safe.ts';
import { type Screen, say } from './screen.ts';
import { statuses, tally } from './sentences.ts';
import { padEnd, padStart, widthOf } from './width.ts';

/** One line per exercise and a line of totals. */
export function summaryLines(reports: readonly Report[], screen: Screen): readonly string[] {
  return [...rowsOf(reports, screen), '', tallyLine(reports, screen)];
}

/** One aligned line for each exercise: number, title, state, points. */
export function rowsOf(reports: readonly Report[], screen: Screen): readonly string[] {
  const names = reports.map(({ title }) => safe(title[screen.lang]));
  const states = reports.map(({ status }) => `${statusMarks[status]} ${say(screen, statuses[status])}`);
  const scores = reports.map((report) => (isUntouched(report) ? '' : pointsShort(report.points, screen)));
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(widthOf));
  const [nameWidth, stateWidth, scoreWidth] = [widest(names), widest(states), widest(scores)];
  return reports.map(({ number, status }, index) => {
    const name = padEnd(names[index] ?? '', nameWidth);
    const state = statusStyle(screen.palette, status)(padEnd(states[index] ?? '', stateWidth));
    const score = padStart(scores[index] ?? '', scoreWidth);
    return `${String(number).padStart(2, '0')}  ${name}  ${state}  ${score}`.trimEnd();
  });
}

/** «2 bien · 1 por corregir · 27 pendientes», of the exercises that count. */
export function tallyLine(
  reports: readonly { readonly status: ExerciseStatus; readonly practice?: true }[],
  screen: Screen,
): string {
  const order: readonly ExerciseStatus[] = ['pass', 'fail', 'error', 'review', 'pending'];
  return order
    .map((status) => ({ status, count: reports.filter((report) => counts(report) && report.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => statusStyle(screen.palette, status)(say(screen, tally[status], { count })))
    .join(' · ');
}
