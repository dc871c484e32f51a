import { own } from '../../../graders/core/own.ts';
import type { ExerciseStatus } from '../../../graders/core/report.ts';
import { isRecord, isTexts, keys, load, save, type Texts } from '../store.ts';

/** An answer as it was when it was graded. */
export interface Version {
  /** ISO 8601. */
  readonly at: string;
  readonly status: ExerciseStatus;
  readonly texts: Texts;
}

export const keptVersions = 12;

export const loadAnswer = (id: string): Texts | undefined => load(keys.answer(id), isTexts);

/** @returns false when the browser keeps nothing */
export const saveAnswer = (id: string, texts: Texts): boolean => save(keys.answer(id), texts);

/** The newest first. */
export const loadHistory = (id: string): readonly Version[] => load(keys.history(id), isHistory) ?? [];

/** Keeps a graded answer, unless it is the one graded last. */
export function addToHistory(id: string, version: Version): readonly Version[] {
  const before = loadHistory(id);
  const rest = before[0] && sameTexts(before[0].texts, version.texts) ? before.slice(1) : before;
  const versions = [version, ...rest].slice(0, keptVersions);
  save(keys.history(id), versions);
  return versions;
}

export function sameTexts(a: Texts, b: Texts): boolean {
  return (
    Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([file, text]) => own(b, file) === text)
  );
}

function isHistory(value: unknown): value is Version[] {
  return (
    Array.isArray(value) &&
    value.every(
      (item) => isRecord(item) && typeof item.at === 'string' && typeof item.status === 'string' && isTexts(item.texts),
    )
  );
}
