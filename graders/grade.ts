import type { Verdict } from './checks/check.ts';
import { kept } from './checks/kept/findings.ts';
import type { CheckSpec } from './checks/kinds.ts';
import type { Observed } from './checks/observed.ts';
import type { Submission } from './checks/submission.ts';
import { faultOf, isFault } from './core/fault/fault.ts';
import { byPlace, finding } from './core/finding.ts';
import type { CheckResult, CheckStatus, ExerciseStatus, Points, Report } from './core/report.ts';
import type { Source } from './core/source.ts';
import type { Exercise } from './exercise.ts';
import { checkKinds } from './generated/kinds.ts';
import { readSubmission } from './submission.ts';

/**
 * Grades the answers of one exercise by what they do. Whatever happens on the way, there is a report: a defect of ours is
 * an `error` of this exercise.
 * @param answers the student's files, in the order of `spec.answers`
 * @param observed what a shell saw that the pure part cannot: without it, the checks that need it abstain
 */
export function grade(exercise: Exercise, answers: readonly Source[], observed: Observed = {}): Report {
  try {
    return graded(exercise, answers, observed);
  } catch (problem) {
    return failed(exercise, answers, problem);
  }
}

function graded(exercise: Exercise, answers: readonly Source[], observed: Observed): Report {
  if (isUntouched(exercise, answers)) return pending(exercise);
  const submission = readSubmission(exercise, answers, observed);
  const results: CheckResult[] = [];
  for (const spec of exercise.spec.checks) results.push(runCheck(spec, submission, results));
  return report(exercise, withoutIdle(exercise.spec.checks, results, answers));
}

/** Takes the points of checks that earn only beside others where none of those earned anything. */
function withoutIdle(
  specs: readonly CheckSpec[],
  results: readonly CheckResult[],
  answers: readonly Source[],
): readonly CheckResult[] {
  const points = new Map(results.map((result) => [result.id, result.points]));
  return results.map((result, index) => {
    const beside = specs[index]?.earnsWith?.flatMap((id) => points.get(id) ?? []) ?? [];
    if (beside.length === 0 || result.points.max === 0 || beside.some(({ min }) => min > 0)) return result;
    const max = beside.some(({ max: most }) => most > 0) ? result.points.max : 0;
    const at = { path: answers[0]?.path ?? '', from: 0, to: 0 };
    const findings = [...result.findings, finding(kept, 'alone', at, {})];
    return { ...result, points: { ...result.points, min: 0, max }, findings };
  });
}

function isUntouched({ starter }: Exercise, answers: readonly Source[]): boolean {
  return answers.every((answer, index) => essence(answer) === essence(starter[index]));
}

/** What does not count as having answered: line endings and trailing blank space. */
function essence(source: Source | undefined): string {
  return (source?.text ?? '').replace(/[ \t]*\r?\n/g, '\n').trimEnd();
}

function runCheck(spec: CheckSpec, submission: Submission, before: readonly CheckResult[]): CheckResult {
  const needed = (spec.needs ?? []).map((id) => before.find((result) => result.id === id)?.status);
  // Where a check abstained, whatever rests on it is not known to be wrong either.
  if (needed.some((status) => status !== 'pass' && status !== 'review'))
    return result(spec, 'skipped', { findings: [] });
  if (needed.includes('review')) return result(spec, 'review', { findings: [] });
  const verdict = checkKinds[spec.kind].check(spec as never, submission);
  return result(spec, statusOf(verdict), verdict);
}

function statusOf({ status, findings }: Verdict): CheckStatus {
  return status ?? (findings.some(({ severity }) => severity === 'error') ? 'fail' : 'pass');
}

function result(spec: CheckSpec, status: CheckStatus, verdict: Verdict): CheckResult {
  const { id, kind, points: of = 0 } = spec;
  const share = verdict.share ?? {
    min: status === 'pass' ? 1 : 0,
    max: status === 'pass' || status === 'review' ? 1 : 0,
  };
  const points = { min: tidy(share.min * of), max: tidy(share.max * of), of };
  const title = spec.title ?? checkKinds[kind].title;
  const findings = [...verdict.findings].sort(byPlace);
  const base = { id, kind, title, status, points, findings };
  return verdict.trace ? { ...base, trace: verdict.trace } : base;
}

function pending(exercise: Exercise): Report {
  const of = sum(exercise.spec.checks.map(({ points = 0 }) => points));
  return { ...header(exercise), status: 'pending', points: { min: 0, max: of, of }, checks: [] };
}

/**
 * The report of an exercise whose grading was cut short by a defect of ours. It gives no points and takes none.
 * @param problem what was thrown
 */
export function failed(exercise: Exercise, answers: readonly Source[], problem: unknown): Report {
  const points = { min: 0, max: 0, of: 0 };
  const title = { es: 'Timonel corrige el ejercicio', en: 'Timonel grades the exercise' };
  const findings = [faultOf(problem, 'exercise', { path: answers[0]?.path ?? 'exercise.yaml', from: 0, to: 0 })];
  const check = { id: 'corrector', kind: 'fault', title, status: 'fail', points, findings } as const;
  return { ...header(exercise), status: 'error', points, checks: [check] };
}

function report(exercise: Exercise, checks: readonly CheckResult[]): Report {
  return { ...header(exercise), status: overall(checks), points: total(checks), checks };
}

function header({ spec, folder }: Exercise) {
  return { id: spec.id, number: spec.number, folder, title: spec.title };
}

function overall(checks: readonly CheckResult[]): ExerciseStatus {
  if (checks.some(({ findings }) => findings.some(isFault))) return 'error';
  const has = (status: CheckStatus) => checks.some((check) => check.status === status);
  if (has('fail')) return 'fail';
  return has('review') ? 'review' : has('skipped') ? 'fail' : 'pass';
}

function total(checks: readonly CheckResult[]): Points {
  const part = (key: keyof Points) => sum(checks.map(({ points }) => points[key]));
  return { min: part('min'), max: part('max'), of: part('of') };
}

const sum = (numbers: readonly number[]): number => tidy(numbers.reduce((a, b) => a + b, 0));

/** Without the noise of binary fractions: 7.3 and not 7.300000000000001. */
const tidy = (points: number): number => Math.round(points * 1e6) / 1e6;
