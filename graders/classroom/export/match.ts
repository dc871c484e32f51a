import { plainWords } from '../../core/plain-letters.ts';
import type { GradedSubmission } from '../results.ts';

/** What a row of a gradebook says of its student. Each may be missing. */
export interface RowIdentity {
  /** Numbers and names that stand for one person: a platform's own, a student number, a login, an address. */
  readonly ids: readonly string[];
  readonly email?: string;
  /** In any order: `Ana García`, `García, Ana`. */
  readonly name?: string;
}

export interface Matched {
  /** Index of the submission by the index of the row. */
  readonly byRow: ReadonlyMap<number, GradedSubmission>;
  /** Nobody in the gradebook is them. */
  readonly unmatched: readonly GradedSubmission[];
  /** Several rows could be them, or several submissions could be of one row: nobody gets another's grade. */
  readonly ambiguous: readonly GradedSubmission[];
}

/** Finds the row of each submission: by what is sure first (a number, an address), by the full name last. */
export function matchRows(rows: readonly RowIdentity[], submissions: readonly GradedSubmission[]): Matched {
  const indexes = ways.map((way) => ({ way, byKey: indexOf(rows, way) }));
  const candidates = submissions.map((submission) => {
    for (const { way, byKey } of indexes) {
      const found = [...new Set(way.submission(submission).flatMap((key) => byKey.get(key) ?? []))];
      if (found.length > 0) return found;
    }
    return [];
  });
  const claims = new Map<number, number>();
  for (const found of candidates) for (const row of found) claims.set(row, (claims.get(row) ?? 0) + 1);
  const byRow = new Map<number, GradedSubmission>();
  const unmatched: GradedSubmission[] = [];
  const ambiguous: GradedSubmission[] = [];
  for (const [index, submission] of submissions.entries()) {
    const [row, another] = candidates[index] ?? [];
    if (row === undefined) unmatched.push(submission);
    else if (another !== undefined || (claims.get(row) ?? 0) > 1) ambiguous.push(submission);
    else byRow.set(row, submission);
  }
  return { byRow, unmatched, ambiguous };
}

/** One way to tell that a row and a submission are of the same person: they share a key. */
interface Way {
  readonly row: (row: RowIdentity) => readonly string[];
  readonly submission: (submission: GradedSubmission) => readonly string[];
}

const folded = (text: string): string => text.trim().toLowerCase();

/** A name without case, accents, punctuation and order. */
const wordsOf = (name: string): string => [...plainWords(name)].sort().join(' ');

const ways: readonly Way[] = [
  {
    row: ({ ids }) => ids.map(folded),
    submission: ({ id, student: { number, email } }) => [number ?? '', email ?? '', id].map(folded),
  },
  {
    row: ({ email = '' }) => [folded(email)],
    submission: ({ id, student: { email } }) => [folded(email ?? (id.includes('@') ? id : ''))],
  },
  {
    row: ({ name = '' }) => [wordsOf(name)],
    submission: ({ id, student: { name } }) => [wordsOf(name ?? id)],
  },
];

function indexOf(rows: readonly RowIdentity[], { row: keysOf }: Way): ReadonlyMap<string, readonly number[]> {
  const byKey = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    for (const key of new Set(keysOf(row))) {
      if (key !== '') byKey.set(key, [...(byKey.get(key) ?? []), index]);
    }
  }
  return byKey;
}
