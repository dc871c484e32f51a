import type { Points } from '../../core/report.ts';
import { type Screen, say } from './screen.ts';
import { points, pointsBetween } from './sentences.ts';

/** «4 de 10 puntos», or the interval where the grader abstained on a part. */
export function pointsWords(score: Points, screen: Screen): string {
  const { min, max, of } = rounded(score);
  return say(screen, min === max ? points : pointsBetween, { min, max, of });
}

/** `4/10` for tables. */
export function pointsShort(score: Points, screen: Screen): string {
  const { min, max, of } = rounded(score);
  const decimal = (value: number) => (screen.lang === 'es' ? String(value).replace('.', ',') : String(value));
  return min === max ? `${decimal(min)}/${decimal(of)}` : `${decimal(min)}–${decimal(max)}/${decimal(of)}`;
}

function rounded({ min, max, of }: Points): Points {
  const round = (value: number) => Math.round(value * 100) / 100;
  return { min: round(min), max: round(max), of: round(of) };
}
