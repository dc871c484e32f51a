import type { Hint } from './exercise.ts';
import type { CheckResult } from './report.ts';

/**
 * The order in which hints help: those of a check that fails, the general ones, those of what is not answered yet or awaits
 * another check, and at last those of what is right.
 * @returns places in `hints`
 */
export function hintOrder(hints: readonly Hint[], checks: readonly CheckResult[]): readonly number[] {
  const status = new Map(checks.map((check) => [check.id, check.status]));
  const rank = ({ check }: Hint): number => {
    if (check === undefined) return 1;
    const now = status.get(check);
    if (now === 'pass') return 3;
    return now === 'fail' || now === 'review' ? 0 : 2;
  };
  return hints
    .map((hint, index) => ({ index, rank: rank(hint) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ index }) => index);
}
