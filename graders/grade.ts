import type { Verdict } from './checks/check.ts';
import { onceGiven } from './checks/given.ts';
import { kept } from './checks/kept/findings.ts';
import type { CheckSpec } from './checks/kinds.ts';
import type { Observed } from './checks/observed.ts';
import { Beginnings } from './checks/pending.ts';
import type { Submission } from './checks/submission.ts';
import { titleOf } from './checks/titles.ts';
import { Verdicts } from './checks/verdicts/verdicts.ts';
import { enoughOf } from './core/exercise.ts';
import { faultOf } from './core/fault/fault.ts';
import { byPlace, finding } from './core/finding.ts';
import { memo } from './core/memo.ts';
import { type CheckResult, type CheckStatus, type Points, type Report, tidy } from './core/report.ts';
import type { Source } from './core/source.ts';
import { standing } from './core/standing.ts';
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
  const beginnings = new Beginnings(exercise.spec, exercise.starter, answers);
  if (beginnings.all) return pending(exercise);
  const submission = readSubmission(exercise, answers, observed);
  const results: CheckResult[] = [];
  for (const spec of exercise.spec.checks) results.push(runCheck(spec, submission, results, beginnings));
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

function runCheck(
  spec: CheckSpec,
  submission: Submission,
  before: readonly CheckResult[],
  beginnings: Beginnings,
): CheckResult {
  const needed = (spec.needs ?? []).map((id) => before.find((result) => result.id === id)?.status);
  if (needed.some((status) => status === undefined || status === 'fail' || status === 'skipped')) {
    return result(spec, 'skipped', nothing);
  }
  // Where a check abstained, or has nothing to look at yet, whatever rests on it is not known to be wrong either.
  if (needed.includes('pending')) return result(spec, 'pending', nothing);
  if (needed.includes('review')) return result(spec, 'review', nothing);
  const verdict = verdictOf(spec, submission);
  const status = statusOf(verdict);
  const open = (status === 'fail' || status === 'review') && beginnings.isPending(spec, verdict);
  return open ? result(spec, 'pending', nothing) : result(spec, status, verdict);
}

function verdictOf(spec: CheckSpec, submission: Submission): Verdict {
  const verdicts = onceGiven(submission, 'verdicts', () => new Verdicts());
  const { says, looking } = submission;
  const judge = () => looking(() => checkKinds[spec.kind].check(spec as never, submission));
  const paths = submission.answers.map(({ path }) => path);
  return verdicts.of(JSON.stringify([spec.id, paths]), { says, judge });
}

const nothing: Verdict = { findings: [] };

function statusOf({ status, findings }: Verdict): CheckStatus {
  return status ?? (findings.some(({ severity }) => severity === 'error') ? 'fail' : 'pass');
}

const resultsOf = memo((_verdict: Verdict) => memo((_spec: CheckSpec) => new Map<CheckStatus, CheckResult>()));

/** The very same for the same verdict, so that what is made of it is made once. */
function result(spec: CheckSpec, status: CheckStatus, verdict: Verdict): CheckResult {
  const known = resultsOf(verdict)(spec);
  const found = known.get(status) ?? resultWith(spec, status, verdict);
  known.set(status, found);
  return found;
}

function resultWith(spec: CheckSpec, status: CheckStatus, verdict: Verdict): CheckResult {
  const { id, kind, required, points: of = 0 } = spec;
  const share = verdict.share ?? {
    min: status === 'pass' ? 1 : 0,
    max: status === 'pass' || status === 'review' ? 1 : 0,
  };
  const points = { min: tidy(share.min * of), max: tidy(share.max * of), of };
  const title = titleOf(spec);
  const findings = [...verdict.findings].sort(byPlace);
  const base = { id, kind, title, status, ...(required && { required }), points, findings };
  return verdict.trace ? { ...base, trace: verdict.trace } : base;
}

function pending(exercise: Exercise): Report {
  const of = sum(exercise.spec.checks.map(({ points = 0 }) => points));
  const enough = enoughOf(exercise.spec, of);
  return { ...header(exercise), status: 'pending', points: { min: 0, max: of, of }, enough, checks: [] };
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
  return { ...header(exercise), status: 'error', points, enough: 0, checks: [check] };
}

function report(exercise: Exercise, checks: readonly CheckResult[]): Report {
  const points = total(checks);
  const enough = enoughOf(exercise.spec, points.of);
  return { ...header(exercise), status: standing(checks, points, enough), points, enough, checks };
}

function header({ spec, folder }: Exercise) {
  const { id, number, title, practice } = spec;
  return { id, number, folder, title, ...(practice && { practice }) };
}

function total(checks: readonly CheckResult[]): Points {
  const part = (key: keyof Points) => sum(checks.map(({ points }) => points[key]));
  return { min: part('min'), max: part('max'), of: part('of') };
}

const sum = (numbers: readonly number[]): number => tidy(numbers.reduce((a, b) => a + b, 0));
