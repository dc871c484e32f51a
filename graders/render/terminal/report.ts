import type { CheckResult, CheckStatus, ExerciseStatus, Report } from '../../core/report.ts';
import { sayLeft } from '../left.ts';
import { adviceLines, failureLines, proofLines } from './findings-of.ts';
import { nextSteps } from './next.ts';
import type { Palette, Style } from './palette.ts';
import { pointsWords } from './points.ts';
import { safe } from './safe.ts';
import { indent, type Screen, say } from './screen.ts';
import {
  begun,
  enoughPoints,
  enoughWords,
  essential,
  notAsked,
  notBegun,
  passedBetween,
  passedShort,
  toReview,
  verdicts,
} from './sentences.ts';
import { padEnd, widthOf } from './width.ts';
import { sentence, wrap } from './wrap.ts';

export interface ReportOptions {
  /** Where the answers are, as the person would open them; named in «what to do next». */
  readonly answers: readonly string[];
}

/** The result of one exercise: every check, every failure with its line and its proof, and what to do next. */
export function reportLines(report: Report, screen: Screen, options: ReportOptions): readonly string[] {
  const style = statusStyle(screen.palette, report.status);
  const next = nextSteps(report, screen, options.answers);
  return [
    title(report, screen),
    '',
    ...indent(checksLines(report.checks, screen), 2),
    ...indent(adviceLines(report, { ...screen, width: screen.width - 2 }), 2),
    ...indent(verdictLines(report, screen).map(style), 2),
    ...(next.length > 0 ? ['', ...indent(next, 2)] : []),
  ];
}

/** What the exercise got, what it still lacks, and what is enough where that is not reached. */
export function verdictLines(report: Report, screen: Screen): readonly string[] {
  const { status, points, enough, checks } = report;
  const blank = checks.filter((check) => check.status === 'pending').length;
  const left = sayLeft(report, screen.lang);
  const short = points.min === points.max ? passedShort : passedBetween;
  const words = left !== undefined ? short : status === 'pending' && blank > 0 ? begun : verdicts[status];
  const verdict = say(screen, words, { points: pointsWords(points, screen), left: left ?? '', blank });
  const isOpen = status === 'fail' || (status === 'pending' && blank > 0);
  const needed = checks.some(({ required }) => required) ? enoughWords : enoughPoints;
  const said = isOpen ? [say(screen, needed, { enough, of: points.of })] : [];
  return [verdict, ...said].flatMap((line) => wrap(line, screen.width - 2, screen.palette));
}

export function title({ number, title }: Report, screen: Pick<Screen, 'lang' | 'palette'>): string {
  return screen.palette.strong(`${String(number).padStart(2, '0')} · ${safe(title[screen.lang])}`);
}

function checksLines(checks: readonly CheckResult[], screen: Screen): readonly string[] {
  const width = Math.max(0, ...checks.map(({ title }) => widthOf(safe(title[screen.lang]))));
  const lines = checks.flatMap((check) => checkLines(check, width, screen));
  return lines.length === 0 || lines.at(-1) === '' ? lines : [...lines, ''];
}

/** A check is one line; one that has something to say opens below it. */
function checkLines(check: CheckResult, width: number, screen: Screen): readonly string[] {
  const line = checkLine(check, width, screen);
  const inner = { ...screen, width: screen.width - 6 };
  const body = [...failureLines(check, inner), ...proofLines(check, inner)];
  return body.length === 0 ? [line] : [line, '', ...indent(body, 4), ''];
}

/** The mark of a check, its title and what it got. @param width columns that the title takes */
function checkLine(check: CheckResult, width: number, screen: Screen): string {
  const { palette } = screen;
  const name = padEnd(sentence(check.title[screen.lang], { ...palette, code: (text) => `\`${text}\`` }), width);
  return `${checkMark(check, palette)} ${name}  ${palette.faint(checkAside(check, screen))}`.trimEnd();
}

export function checkMark({ status }: CheckResult, palette: Palette): string {
  return checkStyle(palette, status)(checkMarks[status]);
}

/** What a check got, beside its title. @param score how points are written */
export function checkAside(check: CheckResult, screen: Screen, score = pointsWords): string {
  if (check.status === 'skipped') return say(screen, notAsked);
  if (check.status === 'pending') return say(screen, notBegun);
  if (check.status === 'review') return say(screen, toReview);
  const needed = check.required && check.status === 'fail' ? say(screen, essential) : '';
  return [check.points.of > 0 ? score(check.points, screen) : '', needed].filter((part) => part !== '').join(' · ');
}

export const checkMarks: Readonly<Record<CheckStatus, string>> = {
  pass: '✓',
  fail: '✗',
  skipped: '–',
  review: '?',
  pending: '○',
};

export const statusMarks: Readonly<Record<ExerciseStatus, string>> = {
  pass: '✓',
  fail: '✗',
  review: '?',
  error: '✗',
  pending: '○',
};

function checkStyle(palette: Palette, status: CheckStatus): Style {
  const { good, error, faint, warning } = palette;
  return { pass: good, fail: error, skipped: faint, review: warning, pending: faint }[status];
}

export function statusStyle(palette: Palette, status: ExerciseStatus): Style {
  const styles = {
    pass: palette.good,
    fail: palette.error,
    error: palette.error,
    review: palette.warning,
    pending: palette.faint,
  };
  return styles[status];
}
