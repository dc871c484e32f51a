import { type Finding, finding } from '../finding.ts';
import type { Span } from '../span.ts';
import { fault } from './findings.ts';

/**
 * Turns what was thrown where nothing should be into a finding, so that a defect of ours costs what it fell on and nothing
 * else. Whoever tests Timonel looks for its id: it is never right.
 * @param what what was lost by it
 */
export function faultOf(problem: unknown, what: 'file' | 'exercise', at: Span): Finding {
  return finding(fault, what, at, { reason: reasonOf(problem) });
}

/** Findings about a file, or the one that says why there are none. */
export function guarded(at: Span, look: () => readonly Finding[]): readonly Finding[] {
  try {
    return look();
  } catch (problem) {
    return [faultOf(problem, 'file', at)];
  }
}

export const isFault = ({ id }: Finding): boolean => id === fault.id;

/** The error and the function it comes from, without the folders of the machine. */
function reasonOf(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem).slice(0, 200);
  const [frame = ''] = /^\s*at .*$/m.exec(problem.stack ?? '') ?? [];
  const [, name, file, line] = /at (?:async )?(?:([\w$.<> ]+) \()?(?:.*[\\/])?([^\\/:]+):(\d+)/.exec(frame) ?? [];
  const where = file === undefined ? '' : ` (${name === undefined ? '' : `${name}, `}${file}:${line})`;
  return `${problem.name}: ${problem.message}`.slice(0, 200).replaceAll('`', "'") + where;
}
