import { isFault } from '../../core/fault/fault.ts';
import type { Finding } from '../../core/finding.ts';
import type { CheckResult, Report } from '../../core/report.ts';
import type { Trace } from '../../core/trace.ts';

const isError = ({ severity }: Finding): boolean => severity === 'error';
/** There is nothing to look at in what is not answered yet. */
export const isBlank = ({ id }: Finding): boolean => id === 'theory/unanswered';

/** Why a check failed or awaits a person. */
export function reasonsOf({ status, findings }: CheckResult): readonly Finding[] {
  return status === 'review' ? findings : status === 'fail' ? findings.filter(isError) : [];
}

/** Ids of what went wrong, in the order of the screen. */
export function explainableIds({ checks }: Report): readonly string[] {
  const reasons = checks.flatMap(reasonsOf);
  const advice = checks.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'warning'));
  return [...new Set([...reasons, ...advice].filter((found) => !isBlank(found)).map(({ id }) => id))];
}

/** What is worth saying of the student's own files and costs nothing; notes only once there is time for them. */
export function adviceOn({ status, checks }: Report, files: readonly string[]): readonly Finding[] {
  const wanted = ({ severity }: Finding) => severity === 'warning' || (severity === 'info' && status === 'pass');
  const found = checks.filter((check) => check.status !== 'review').flatMap(({ findings }) => findings.filter(wanted));
  const own = found.filter(({ at }) => files.includes(at.path));
  return [...new Map(own.map((one) => [`${one.id} ${one.at.path} ${one.at.from} ${one.at.to}`, one])).values()];
}

/** What a student goes wrong about, for looking back later: not what is blank, and not what is Timonel's fault. */
export function stumblesIn({ checks }: Report): readonly Finding[] {
  return checks.flatMap(reasonsOf).filter((found) => isError(found) && !isBlank(found) && !isFault(found));
}

/** A proof and what it is of. */
export interface Told {
  readonly trace: Trace<unknown>;
  readonly check: CheckResult;
  readonly finding?: Finding;
}

/** Every run that tells something about an answer: those of what failed, or else those of what passed. */
export function tracesOf({ checks }: Report): readonly Told[] {
  const failed = checks.flatMap((check): readonly Told[] => {
    const proven = reasonsOf(check).flatMap((finding) =>
      finding.because ? [{ trace: finding.because, check, finding }] : [],
    );
    return proven.length > 0 || check.status !== 'fail' ? proven : ownTrace(check);
  });
  return failed.length > 0 ? failed : checks.flatMap(ownTrace);
}

function ownTrace(check: CheckResult): readonly Told[] {
  return check.trace && check.trace.hops.length > 0 ? [{ trace: check.trace, check }] : [];
}
