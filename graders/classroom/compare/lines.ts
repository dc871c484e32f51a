import type { ReviewScore } from '../../render/score.ts';
import { safe } from '../../render/terminal/safe.ts';
import { indent, type Screen, say } from '../../render/terminal/screen.ts';
import { statuses } from '../../render/terminal/sentences.ts';
import { padEnd, widthOf } from '../../render/terminal/width.ts';
import { wrap } from '../../render/terminal/wrap.ts';
import { decimal } from '../report/page.ts';
import type { CheckChange, Comparison, ExerciseChange, Status } from './compare.ts';
import { compareWords } from './words.ts';

const mostChanges = 30;

/** What grading again changes, for a terminal: who, by how much, and through which check. */
export function comparisonLines(comparison: Comparison, review: ReviewScore, screen: Screen): readonly string[] {
  const { changes, added, gone } = comparison;
  const { palette, lang } = screen;
  const shown = changes.slice(0, mostChanges);
  const width = Math.max(0, ...shown.map(({ submission }) => widthOf(safe(submission))));
  const lines = shown.flatMap(({ submission, before, after, by, exercises }) => {
    const style = by < 0 ? palette.error : by > 0 ? palette.good : palette.faint;
    const sum = `${decimal(before[review], lang)} → ${decimal(after[review], lang)}`;
    const head = `${style(signed(by, screen))}  ${palette.strong(padEnd(safe(submission), width))}  ${sum}`;
    return [
      head,
      ...indent(
        exercises.flatMap((one) => exerciseLines(one, review, screen)),
        4,
      ),
    ];
  });
  const [summary, facts] = summaryOf(comparison);
  const named = (names: readonly string[]) => names.map(safe);
  return [
    ...lines,
    ...(changes.length > shown.length ? [say(screen, compareWords.more, { n: changes.length - shown.length })] : []),
    ...(lines.length > 0 ? [''] : []),
    say(screen, summary, facts),
    ...(added.length > 0 ? wrap(say(screen, compareWords.added, { names: named(added) }), screen.width, palette) : []),
    ...(gone.length > 0 ? wrap(say(screen, compareWords.gone, { names: named(gone) }), screen.width, palette) : []),
  ];
}

/** One sentence about all of it. */
export function summaryOf({ changes }: Comparison) {
  if (changes.length === 0) return [compareWords.none, {}] as const;
  const of = (sign: number) => changes.filter(({ by }) => Math.sign(by) === sign).length;
  return [compareWords.summary, { loses: of(-1), gains: of(1), other: of(0) }] as const;
}

function exerciseLines(
  { number, before, after, answered, checks }: ExerciseChange,
  review: ReviewScore,
  screen: Screen,
): readonly string[] {
  const { palette, lang } = screen;
  const side = ({ status, points }: ExerciseChange['before']) =>
    `${decimal(points[review], lang)} (${statusText(status, screen)})`;
  const note = answered ? `  ${palette.faint(say(screen, compareWords.changedFiles))}` : '';
  const head = `${String(number).padStart(2, '0')}  ${side(before)} → ${side(after)}${note}`;
  return [head, ...checks.flatMap((check) => indent(checkLines(check, review, screen), 4))];
}

function checkLines({ id, before, after, why }: CheckChange, review: ReviewScore, screen: Screen): readonly string[] {
  const side = (one: CheckChange['before']) => (one ? decimal(one.points[review], screen.lang) : '–');
  const text = `${id}: ${side(before)} → ${side(after)}${why === undefined ? '' : `. ${why}`}`;
  return wrap(text, Math.max(30, screen.width - 8), screen.palette);
}

function statusText(status: Status, screen: Screen): string {
  if (status === 'untouched' || status === 'absent') return say(screen, compareWords[status]);
  return say(screen, statuses[status]);
}

/** With its sign, all of one width. */
const signed = (by: number, { lang }: Screen): string =>
  `${by > 0 ? '+' : by < 0 ? '−' : '='}${decimal(Math.abs(by), lang)}`.padStart(6);
