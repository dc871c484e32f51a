import type { Diagnostic } from '@codemirror/lint';
import type { Finding, Report } from '../../../graders/index.ts';
import { element, withCode } from '../element.ts';
import type { Grader } from '../grader.ts';
import { currentLang } from '../lang.ts';

/** The findings of a report as underlines of one file; a place found twice for one reason is marked once. */
export function marksOf(report: Report, isThere: (path: string) => boolean, grader: Grader): Diagnostic[] {
  const marks = new Map<string, Diagnostic>();
  for (const finding of report.checks.flatMap(({ findings }) => findings)) {
    if (!isThere(finding.at.path)) continue;
    const mark = markOf(finding, grader.sayFinding(finding, currentLang()));
    marks.set(`${mark.from} ${mark.to} ${mark.message}`, mark);
  }
  return [...marks.values()].sort((a, b) => a.from - b.from);
}

function markOf({ at, severity }: Finding, message: string): Diagnostic {
  return { from: at.from, to: at.to, severity, message, renderMessage: () => element('span', {}, withCode(message)) };
}
