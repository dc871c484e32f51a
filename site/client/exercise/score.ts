import { fill } from '../../../graders/core/messages.ts';
import { isUntouched, type Points, type Report } from '../../../graders/core/report.ts';
import { sayLeft } from '../../../graders/render/left.ts';
import { statusWords, words } from '../../shared/words.ts';
import { currentLang, say } from '../lang.ts';

/** «entre 4 y 6 de 10 puntos»: what is certain, and what would be reached. */
export function sayPoints({ min, max, of }: Points): string {
  const got = min === max ? number(min) : `${say(words.between)} ${number(min)} ${say(words.and)} ${number(max)}`;
  return `${got} ${say(words.of)} ${number(of)} ${fill(words.points, { of }, currentLang())}`;
}

/** «2 de 3 comprobaciones superadas» */
export function sayChecks({ checks }: Report): string {
  const passed = checks.filter(({ status }) => status === 'pass').length;
  return `${passed} ${say(words.of)} ${checks.length} ${say(words.checks)} ${say(words.passed)}`;
}

/** The whole result in one sentence, for the status line that is read aloud. */
export function summary(report: Report): string {
  if (isUntouched(report)) return say(words.untouched);
  return sayPassed(report) ?? `${say(statusWords[report.status])}: ${sayChecks(report)}, ${sayPoints(report.points)}.`;
}

/** «Superado con 24 de 25 puntos; te queda un juicio.», where an exercise that is passed lacks something. */
export function sayPassed(report: Report): string | undefined {
  const left = sayLeft(report, currentLang());
  if (left === undefined) return undefined;
  const { points } = report;
  const sentence = points.min === points.max ? words.passedShort : words.passedBetween;
  return `${fill(sentence, { points: sayPoints(points), left }, currentLang())}.`;
}

/** What is enough to pass, where that is not reached. */
export function sayEnough({ status, enough, points, checks }: Report): string | undefined {
  if (status !== 'fail' && status !== 'pending') return undefined;
  const needed = checks.some(({ required }) => required) ? words.enoughEssential : words.enough;
  return fill(needed, { enough, of: points.of }, currentLang());
}

const number = (value: number): string =>
  (Math.round(value * 100) / 100).toLocaleString(currentLang() === 'es' ? 'es-ES' : 'en-US');
