import type { ExerciseStatus, Report } from '../../core/report.ts';
import { pointsShort } from './points.ts';
import { statusMarks, statusStyle } from './report.ts';
import { safe } from './safe.ts';
import { type Screen, say } from './screen.ts';
import { statuses, tally } from './sentences.ts';
import { padEnd, padStart, widthOf } from './width.ts';

/** One line per exercise and a line of totals. */
export function summaryLines(reports: readonly Report[], screen: Screen): readonly string[] {
  const names = reports.map(({ title }) => safe(title[screen.lang]));
  const nameWidth = Math.max(0, ...names.map(widthOf));
  const statusWidth = Math.max(0, ...reports.map(({ status }) => widthOf(say(screen, statuses[status])) + 2));
  const scores = reports.map((report) => (report.status === 'pending' ? '' : pointsShort(report.points, screen)));
  const scoreWidth = Math.max(0, ...scores.map(widthOf));
  const rows = reports.map(({ number, status }, index) => {
    const style = statusStyle(screen.palette, status);
    const state = style(padEnd(`${statusMarks[status]} ${say(screen, statuses[status])}`, statusWidth));
    const score = padStart(scores[index] ?? '', scoreWidth);
    return `${padStart(String(number).padStart(2, '0'), 2)}  ${padEnd(names[index] ?? '', nameWidth)}  ${state}  ${score}`.trimEnd();
  });
  return [...rows, '', tallyLine(reports, screen)];
}

/** «2 bien · 1 por corregir · 27 pendientes». */
export function tallyLine(reports: readonly { readonly status: ExerciseStatus }[], screen: Screen): string {
  const order: readonly ExerciseStatus[] = ['pass', 'fail', 'error', 'review', 'pending'];
  return order
    .map((status) => ({ status, count: reports.filter((report) => report.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => statusStyle(screen.palette, status)(say(screen, tally[status], { count })))
    .join(' · ');
}
