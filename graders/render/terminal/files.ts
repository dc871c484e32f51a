import type { Finding, Severity } from '../../core/finding.ts';
import { findingLines, headLines } from './finding.ts';
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
    const told = gravest(findings);
    const shown = byLine(told).map((here) => lineOf(here, screen));
    const left = findings.length - told.length;
    return left > 0 ? [...shown, [screen.palette.faint(say(screen, moreFindings, { count: left }))]] : shown;
  });
  return [...blocks.flatMap((lines) => [...lines, '']), totals(files, screen)];
}

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** As many as a person reads of one file, in its order: a note never takes the room of an error. */
function gravest(findings: readonly Finding[]): readonly Finding[] {
  const kept = new Set([...findings].sort((a, b) => gravity[a.severity] - gravity[b.severity]).slice(0, mostPerFile));
  return findings.filter((found) => kept.has(found));
}

/** What is said of the very same place, one after the other: its line is shown once for all. */
function byLine(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups: Finding[][] = [];
  for (const found of findings) {
    const last = groups.at(-1)?.at(-1);
    if (last && !last.because && last.at.from === found.at.from && last.at.to === found.at.to)
      groups.at(-1)?.push(found);
    else groups.push([found]);
  }
  return groups;
}

function lineOf(here: readonly Finding[], screen: Screen): readonly string[] {
  return here.flatMap((found, index) =>
    index < here.length - 1 ? [...headLines(found, screen), ''] : findingLines(found, screen),
  );
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
