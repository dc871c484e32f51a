import { faultOf } from '../../core/fault/fault.ts';
import { cut } from '../../core/fault/findings.ts';
import { type Finding, finding } from '../../core/finding.ts';
import type { Report } from '../../core/report.ts';
import type { Exercise } from '../../exercise.ts';
import { failed } from '../../grade.ts';
import type { Loss } from './job.ts';

/** What the answer was given. */
export interface Given {
  /** Milliseconds. */
  readonly patience: number;
  /** Megabytes. */
  readonly memory: number;
}

/** The report of an answer that cost its worker: no points, and none taken. */
export function lostReport(exercise: Exercise, lost: Loss, given: Given): Report {
  const report = failed(exercise, [], 'lost');
  const path = exercise.spec.answers[0].file;
  const findings = [findingOf(lost, { path, from: 0, to: 0 }, given)];
  return { ...report, checks: report.checks.map((check) => ({ ...check, findings })) };
}

function findingOf(lost: Loss, at: Finding['at'], { patience, memory }: Given): Finding {
  if (lost.why === 'time') return finding(cut, 'time', at, { seconds: patience / 1000 });
  if (lost.why === 'memory') return finding(cut, 'memory', at, { megabytes: memory });
  return faultOf(lost.reason, 'exercise', at);
}
