import type { Points, Report } from '../../../graders/core/report.ts';
import { statusWords, words } from '../../shared/words.ts';
import { currentLang, say } from '../lang.ts';

/** «entre 4 y 6 de 10 puntos»: what is certain, and what would be reached. */
export function sayPoints({ min, max, of }: Points): string {
  const got = min === max ? number(min) : `${say(words.between)} ${number(min)} ${say(words.and)} ${number(max)}`;
  return `${got} ${say(words.of)} ${number(of)} ${say(words.points)}`;
}

/** «2 de 3 comprobaciones superadas» */
export function sayChecks({ checks }: Report): string {
  const passed = checks.filter(({ status }) => status === 'pass').length;
  return `${passed} ${say(words.of)} ${checks.length} ${say(words.checks)} ${say(words.passed)}`;
}

/** The whole result in one sentence, for the status line that is read aloud. */
export function summary(report: Report): string {
  if (report.status === 'pending') return say(words.untouched);
  return `${say(statusWords[report.status])}: ${sayChecks(report)}, ${sayPoints(report.points)}.`;
}

const number = (value: number): string =>
  (Math.round(value * 100) / 100).toLocaleString(currentLang() === 'es' ? 'es-ES' : 'en-US');
