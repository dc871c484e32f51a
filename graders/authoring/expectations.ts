import type { Finding } from '../core/finding.ts';
import type { Source } from '../core/source.ts';
import { type Range, rangeOf } from '../core/span.ts';
import type { Expected } from '../course/variants/read.ts';

/**
 * A finding that a fixture announces in a comment of its own: `# expect: docker/pin-base-image 6-16`, at the end of the
 * offending line or alone on the lines above it, or `# expect-file: <id>` for a finding anywhere. `//` in TypeScript, `<!-- -->` in XML.
 */
export interface Expectation {
  readonly id: string;
  readonly path: string;
  /** Line of the comment, for what is said about the expectation itself. */
  readonly writtenOn: number;
  /** Line where the finding starts; undefined for `expect-file`. */
  readonly line: number | undefined;
  readonly columns: Columns | undefined;
}

/** Columns start at 1 and the last one is exclusive; `linesBelow` is 0 unless the finding ends on a later line. */
interface Columns {
  readonly from: number;
  readonly linesBelow: number;
  readonly to: number;
}

/** Something that is not as announced, in words for the author of the fixture. */
export interface Mismatch {
  readonly path: string;
  readonly line: number;
  readonly words: string;
}

/** What a comment means by itself, without the place it stands in. */
const comment =
  /(?:#|\/\/|<!--)\s*expect(-file)?:\s*([a-z0-9]+(?:[/-][a-z0-9]+)*)(?:\s+(\d+)-(?:\+(\d+):)?(\d+))?(?:\s*-->)?/g;
const ownLine = /^\s*(?:#|\/\/|<!--)\s*expect(?:-file)?\b/;
const anyComment = /(?:#|\/\/|<!--)\s*expect(?:-file)?\b/g;

/** Reads the expectations of a fixture; a comment that looks like one and cannot be read is a mismatch of its own. */
export function readExpectations({ path, text }: Source): {
  readonly expectations: readonly Expectation[];
  readonly mismatches: readonly Mismatch[];
} {
  const lines = text.split(/\r?\n/);
  const expectations: Expectation[] = [];
  const mismatches: Mismatch[] = [];
  for (const [index, line] of lines.entries()) {
    const found = [...line.matchAll(comment)];
    if (found.length < [...line.matchAll(anyComment)].length || hasRest(line, found.at(-1))) {
      mismatches.push({ path, line: index + 1, words: `cannot read the expectation «${line.trim()}»` });
    }
    const target = ownLine.test(line) ? nextLine(lines, index) : index + 1;
    for (const match of found) expectations.push(expectation(match, path, index + 1, target));
  }
  return { expectations, mismatches };
}

/** Something after the last readable comment: a range written in another way. */
function hasRest(line: string, last: RegExpMatchArray | undefined): boolean {
  return last !== undefined && line.slice((last.index ?? 0) + last[0].length).trim() !== '';
}

function nextLine(lines: readonly string[], from: number): number {
  let index = from;
  while (index < lines.length && ownLine.test(lines[index] ?? '')) index++;
  return index + 1;
}

function expectation(match: RegExpMatchArray, path: string, writtenOn: number, target: number): Expectation {
  const [, file, id = '', from, linesBelow = '0', to] = match;
  const columns = from && to ? { from: Number(from), linesBelow: Number(linesBelow), to: Number(to) } : undefined;
  return { id, path, writtenOn, line: file ? undefined : target, columns };
}

/**
 * Strict comparison, for the cases of rules: every finding is announced with its whole range, and nothing else is found.
 * @param findings those the case is about (of one rule, of one check)
 */
export function compareStrictly(sources: readonly Source[], findings: readonly Finding[]): readonly Mismatch[] {
  const read = sources.map(readExpectations);
  const left = findings.map((finding) => place(finding, sources));
  const mismatches = read.flatMap((file) => file.mismatches);
  const missing: Expectation[] = [];
  for (const expected of read.flatMap((file) => file.expectations)) {
    if (expected.line !== undefined && expected.columns === undefined) {
      mismatches.push(say(expected, 'has no range; a case announces the columns too'));
    }
    const at = left.findIndex((found) => isSame(expected, found));
    if (at === -1) missing.push(expected);
    else left.splice(at, 1);
  }
  return [
    ...mismatches,
    ...missing.map((expected) => say(expected, `found ${nearest(expected, left)}`)),
    ...left.map((found) => ({
      path: found.path,
      line: found.range.start.line,
      words: `unexpected finding ${where(found)}`,
    })),
  ];
}

/**
 * Naming comparison, for rejected answers: each announced finding is there, on its line where the comment says which;
 * `expect-file` holds for a finding in any file. Findings that nobody announced are allowed, but at least one must be.
 */
export function compareByName(sources: readonly Source[], findings: readonly Finding[]): readonly Mismatch[] {
  const read = sources.map(readExpectations);
  const placed = findings.map((finding) => place(finding, sources));
  const expectations = read.flatMap((file) => file.expectations);
  const mismatches = read.flatMap((file) => file.mismatches);
  const path = sources[0]?.path ?? '';
  if (expectations.length === 0 && mismatches.length === 0) {
    return [{ path, line: 1, words: `names no finding; it gets ${list(placed, path)}` }];
  }
  const missing = expectations.filter((expected) => !placed.some((found) => isSame(expected, found)));
  return [...mismatches, ...missing.map((expected) => say(expected, `found ${nearest(expected, placed)}`))];
}

/** The same for a variant that is written as edits, where the expectations stand beside them. */
export function compareEdited(
  path: string,
  expected: readonly Expected[],
  sources: readonly Source[],
  findings: readonly Finding[],
): readonly Mismatch[] {
  const marked = ({ at }: Finding) => sources.find((one) => one.path === at.path)?.text.slice(at.from, at.to);
  const isThere = ({ id, at, marks }: Expected) =>
    findings.some((found) => {
      const { range } = place(found, sources);
      const isPlaced = !at || (at.path === found.at.path && at.lines.includes(range.start.line));
      return found.id === id && isPlaced && (marks === undefined || marks === marked(found));
    });
  return expected
    .filter((one) => !isThere(one))
    .map(({ id, at, marks, writtenOn }) => {
      const same = findings.filter((found) => found.id === id);
      const shown = (same.length > 0 ? same : findings).map(
        (found) => `${where(place(found, sources))} of ${found.at.path} («${marked(found)?.split('\n')[0]}»)`,
      );
      const line = at ? `on line ${at.lines.join(', ')} of ${at.path}` : 'anywhere';
      const words = marks === undefined ? '' : ` that marks «${marks}»`;
      return { path, line: writtenOn, words: `expected ${id} ${line}${words}, found ${shown.join(', ') || 'nothing'}` };
    });
}

interface Placed {
  readonly id: string;
  readonly path: string;
  readonly range: Range;
}

function place({ id, at }: Finding, sources: readonly Source[]): Placed {
  const text = sources.find(({ path }) => path === at.path)?.text ?? '';
  return { id, path: at.path, range: rangeOf(text, at) };
}

function isSame(expected: Expectation, { id, path, range: { start, end } }: Placed): boolean {
  if (id !== expected.id) return false;
  if (expected.line === undefined) return true;
  if (path !== expected.path || start.line !== expected.line) return false;
  const { columns } = expected;
  if (!columns) return true;
  return start.column === columns.from && end.line === start.line + columns.linesBelow && end.column === columns.to;
}

function say({ id, path, writtenOn, line, columns }: Expectation, rest: string): Mismatch {
  const to = columns && (columns.linesBelow > 0 ? `+${columns.linesBelow}:${columns.to}` : columns.to);
  const at = line === undefined ? 'anywhere' : columns ? `at ${line}:${columns.from}-${to}` : `on line ${line}`;
  return { path, line: line ?? writtenOn, words: `expected ${id} ${at}, ${rest}` };
}

/** What was found instead: the same finding elsewhere tells most, then whatever stands on that line. */
function nearest(expected: Expectation, found: readonly Placed[]): string {
  const same = found.filter(({ id }) => id === expected.id);
  const sameLine = found.filter(({ path, range }) => path === expected.path && range.start.line === expected.line);
  const shown = same.length > 0 ? same : sameLine.length > 0 ? sameLine : found;
  return list(shown, expected.path);
}

function list(found: readonly Placed[], path: string): string {
  const places = found.map((one) => (one.path === path ? where(one) : `${where(one)} of ${one.path}`));
  return places.join(', ') || 'nothing';
}

/** A place as the comments write it, so that it can be copied into one. */
function where({ id, range: { start, end } }: Placed): string {
  const to = end.line > start.line ? `+${end.line - start.line}:${end.column}` : end.column;
  return `${id} at ${start.line}:${start.column}-${to}`;
}
