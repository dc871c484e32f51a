import { sha256 } from '../../../graders/core/sha256.ts';
import { loadAnswer, loadHistory, type Version } from '../exercise/saved.ts';
import { type Progress, progressOf } from '../progress.ts';
import { isRecord, isTexts, type Texts } from '../store.ts';

/** All that a browser keeps of an exercise. */
export interface Kept {
  readonly texts?: Texts;
  /** The newest first. */
  readonly history: readonly Version[];
  readonly progress?: Progress;
}

/** What is carried from one browser to another. */
export interface Pack {
  readonly format: 'timonel';
  readonly version: 1;
  /** ISO 8601. */
  readonly made: string;
  readonly exercises: Readonly<Record<string, Kept>>;
  /** SHA-256 of the exercises as JSON: a file cut short, or changed by hand, is told from a whole one. */
  readonly sum: string;
}

/** Larger files are nobody's progress. */
export const mostCharacters = 20_000_000;

/** What this browser keeps of an exercise; undefined where it keeps nothing. */
export function keptOf(id: string): Kept | undefined {
  const [texts, history, progress] = [loadAnswer(id), loadHistory(id), progressOf(id)];
  if (!texts && history.length === 0 && !progress) return undefined;
  return { ...(texts && { texts }), history, ...(progress && { progress }) };
}

export function pack(ids: readonly string[], made: string): Pack {
  const exercises = Object.fromEntries(
    ids.flatMap((id) => {
      const kept = keptOf(id);
      return kept ? [[id, kept]] : [];
    }),
  );
  return { format: 'timonel', version: 1, made, exercises, sum: sumOf(exercises) };
}

/** Why a file is no pack. */
export type Refusal = 'json' | 'format' | 'version' | 'damaged';

/** Reads a pack; every part that is not as it should be refuses the whole. */
export function unpack(text: string): Pack | { readonly refusal: Refusal } {
  if (text.length > mostCharacters) return { refusal: 'format' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { refusal: 'json' };
  }
  if (!isRecord(value) || value.format !== 'timonel') return { refusal: 'format' };
  if (value.version !== 1) return { refusal: 'version' };
  const { exercises, made, sum } = value;
  if (!isRecord(exercises) || typeof made !== 'string' || sum !== sumOf(exercises)) return { refusal: 'damaged' };
  if (!Object.values(exercises).every(isKept)) return { refusal: 'damaged' };
  return { format: 'timonel', version: 1, made, exercises: exercises as Readonly<Record<string, Kept>>, sum };
}

const sumOf = (exercises: object): string => sha256(JSON.stringify(exercises));

const isVersion = (value: unknown): value is Version =>
  isRecord(value) &&
  typeof value.at === 'string' &&
  !Number.isNaN(Date.parse(value.at)) &&
  statuses.has(String(value.status)) &&
  isTexts(value.texts);

const isProgress = (value: unknown): value is Progress =>
  isRecord(value) &&
  statuses.has(String(value.status)) &&
  typeof value.passed === 'boolean' &&
  Number.isSafeInteger(value.tries);

const statuses: ReadonlySet<string> = new Set(['pending', 'pass', 'fail', 'review', 'error']);

const isKept = (value: unknown): value is Kept =>
  isRecord(value) &&
  (value.texts === undefined || isTexts(value.texts)) &&
  Array.isArray(value.history) &&
  value.history.every(isVersion) &&
  (value.progress === undefined || isProgress(value.progress));
