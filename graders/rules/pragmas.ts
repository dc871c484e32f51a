import type { Finding } from '../core/finding.ts';
import type { Source } from '../core/source.ts';
import { rangeOf } from '../core/span.ts';

/**
 * Which findings the author of a file has silenced:
 *
 * - `# timonel ignore=docker/x,kubernetes/y` at the end of a line silences that line; on a line of its own, the next one
 *   (and the lines it continues on with `\`);
 * - `# timonel ignore-file=kubernetes/x` silences a rule in the whole file.
 */
const pragma = /#\s*timonel\s+ignore(-file)?\s*=\s*([\w/,\- ]+)/;

/** Leaves out what pragmas silence. Findings whose source is not given are kept. */
export function withoutIgnored(findings: readonly Finding[], sources: readonly Source[]): readonly Finding[] {
  const withPragmas = new Map(
    sources.filter(({ text }) => text.includes('timonel')).map((s) => [s.path, pragmasOf(s)]),
  );
  if (withPragmas.size === 0) return findings;
  return findings.filter((finding) => !withPragmas.get(finding.at.path)?.(finding));
}

function pragmasOf(source: Source): (finding: Finding) => boolean {
  const everywhere = new Set<string>();
  const onLine = new Map<number, Set<string>>();
  const lines = source.text.split('\n');
  for (const [index, line] of lines.entries()) {
    const match = pragma.exec(line);
    if (!match) continue;
    const ids = (match[2] ?? '').split(',').map((id) => id.trim());
    if (match[1]) for (const id of ids) everywhere.add(id);
    else for (const covered of coveredBy(lines, index, match.index)) add(onLine, covered, ids);
  }
  return ({ id, at }) => everywhere.has(id) || Boolean(onLine.get(rangeOf(source.text, at).start.line)?.has(id));
}

/** The line numbers, from 1, that a pragma written on a line speaks of. */
function coveredBy(lines: readonly string[], index: number, column: number): number[] {
  const trailing = (lines[index] ?? '').slice(0, column).trim() !== '';
  if (trailing) return [index + 1];
  const covered: number[] = [];
  let next = index + 1;
  while (/^\s*#/.test(lines[next] ?? '')) next++;
  do covered.push(next + 1);
  while (/\\\s*$/.test(lines[next++] ?? ''));
  return covered;
}

function add(onLine: Map<number, Set<string>>, line: number, ids: readonly string[]): void {
  const known = onLine.get(line) ?? new Set();
  for (const id of ids) known.add(id);
  onLine.set(line, known);
}
