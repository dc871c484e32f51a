import type { Finding } from '../../core/finding.ts';
import { findingLines } from './finding.ts';
import { type Screen, say } from './screen.ts';
import { filesClean, filesFound, moreFindings } from './sentences.ts';

interface CheckedFile {
  readonly path: string;
  readonly findings: readonly Finding[];
}

const mostPerFile = 20;

/** What `timonel check` shows: every finding with its line, and a line of totals. */
export function filesLines(files: readonly CheckedFile[], screen: Screen): readonly string[] {
  const blocks = files.flatMap(({ findings }) => {
    const shown = findings.slice(0, mostPerFile).map((found) => findingLines(found, screen));
    const left = findings.length - shown.length;
    return left > 0 ? [...shown, [screen.palette.faint(say(screen, moreFindings, { count: left }))]] : shown;
  });
  return [...blocks.flatMap((lines) => [...lines, '']), totals(files, screen)];
}

function totals(files: readonly CheckedFile[], screen: Screen): string {
  const all = files.flatMap(({ findings }) => findings);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  const warnings = all.filter(({ severity }) => severity === 'warning').length;
  const count = files.length;
  const { error, good, warning } = screen.palette;
  if (errors + warnings === 0) return good(say(screen, filesClean, { count }));
  return (errors > 0 ? error : warning)(say(screen, filesFound, { errors, warnings, count }));
}
