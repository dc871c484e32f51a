import { isFault } from './fault/fault.ts';
import type { CheckResult, CheckStatus, ExerciseStatus, Points } from './report.ts';

/**
 * The status of an exercise, decided here and nowhere else: it is passed when its certain points are enough and every required
 * check passes. What is left to a person decides only where it can make the difference.
 * @param enough the points that are enough
 */
export function standing(checks: readonly CheckResult[], { min, max }: Points, enough: number): ExerciseStatus {
  if (checks.some(({ findings }) => findings.some(isFault))) return 'error';
  const has = (status: CheckStatus, among = checks) => among.some((check) => check.status === status);
  const required = checks.filter((check) => check.required);
  if (has('fail', required) || has('skipped', required)) return 'fail';
  const open = has('pending', required);
  if (!open && !has('review', required) && min >= enough) return 'pass';
  if (!open && has('review') && max >= enough) return 'review';
  if (has('fail') || has('skipped')) return 'fail';
  // All that is left is to answer the rest, or points that nothing earned.
  return has('pending') ? 'pending' : 'fail';
}
