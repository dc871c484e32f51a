import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Text } from '../core/text.ts';

/** Something that went wrong once or more in an exercise, for looking back at the end of a module. */
export interface Stumble {
  /** Id of the finding: `kubernetes/selector-mismatch`. */
  readonly id: string;
  readonly times: number;
  /** What it was about, where the title of the finding does not say: the misconception, the judgement. */
  readonly about?: Text;
}

/** What is remembered of one exercise. */
export interface ExerciseProgress {
  /** Gradings of an answer that was begun. */
  readonly attempts: number;
  /** Numbers of the hints that were shown, in that order. */
  readonly hints: readonly number[];
  /** When it was first passed: ISO 8601. */
  readonly solved?: string;
  /** When the solution was shown before passing: ISO 8601. */
  readonly solutionSeen?: string;
  readonly stumbles: readonly Stumble[];
}

/** By id of the exercise, which never changes. */
export type Progress = ReadonlyMap<string, ExerciseProgress>;

export const noProgress: ExerciseProgress = { attempts: 0, hints: [], stumbles: [] };

/** Of each exercise, so that the file stays small however long somebody tries. */
const mostStumbles = 40;

export interface ProgressRead {
  readonly progress: Progress;
  /** Where a file that cannot be understood was put aside. */
  readonly setAside?: string;
}

export const progressFile = (root: string): string => join(root, '.timonel', 'progreso.json');

/**
 * Reads what Timonel remembers of a person. A file that is damaged is put aside and what can be made out of it is kept: losing
 * it never stops a session.
 */
export function readProgress(root: string, now: Date = new Date()): ProgressRead {
  const file = progressFile(root);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { progress: new Map() };
  }
  const { progress, damaged } = understand(text);
  if (!damaged) return { progress };
  const aside = `${file}.${now.toISOString().replace(/[:.]/g, '-')}`;
  try {
    renameSync(file, aside);
    return { progress, setAside: aside };
  } catch {
    return { progress };
  }
}

/**
 * Changes what is remembered of one exercise. What another command wrote meanwhile is kept.
 * @returns what is remembered now
 */
export function changeProgress(
  root: string,
  id: string,
  change: (before: ExerciseProgress) => ExerciseProgress,
): Progress {
  const { progress } = readProgress(root);
  const changed = new Map(progress).set(id, change(progress.get(id) ?? noProgress));
  write(progressFile(root), changed);
  return changed;
}

/** Adds what went wrong to what had gone wrong before. */
export function withStumbles(
  before: ExerciseProgress,
  found: readonly Pick<Stumble, 'id' | 'about'>[],
): readonly Stumble[] {
  const keyOf = ({ id, about }: Pick<Stumble, 'id' | 'about'>) => `${id} ${about?.es ?? ''}`;
  const all = new Map(before.stumbles.map((stumble) => [keyOf(stumble), stumble]));
  for (const one of found) all.set(keyOf(one), { ...one, times: (all.get(keyOf(one))?.times ?? 0) + 1 });
  return [...all.values()].sort((a, b) => b.times - a.times).slice(0, mostStumbles);
}

/** Renamed into place: whoever reads sees the old file or the new one, never half of it. A folder that is read-only forgets. */
function write(file: string, progress: Progress): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, `${JSON.stringify({ version: 1, exercises: Object.fromEntries(progress) }, undefined, 2)}\n`);
    renameSync(draft, file);
  } catch {
    // Nothing that was asked for depends on it.
  }
}

function understand(text: string): { readonly progress: Progress; readonly damaged: boolean } {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { progress: new Map(), damaged: true };
  }
  if (!isObject(file) || !isObject(file.exercises)) return { progress: new Map(), damaged: true };
  const read = Object.entries(file.exercises).map(([id, entry]) => [id, entryOf(entry)] as const);
  const good = read.flatMap(([id, entry]) => (entry ? [[id, entry] as const] : []));
  return { progress: new Map(good), damaged: good.length < read.length };
}

function entryOf(entry: unknown): ExerciseProgress | undefined {
  if (!isObject(entry)) return undefined;
  const { attempts, hints, solved, solutionSeen, stumbles } = entry;
  if (!isCount(attempts) || !Array.isArray(hints) || !hints.every(isCount) || !Array.isArray(stumbles))
    return undefined;
  if (!isTimeOrNone(solved) || !isTimeOrNone(solutionSeen) || !stumbles.every(isStumble)) return undefined;
  return {
    attempts,
    hints,
    ...(solved !== undefined && { solved }),
    ...(solutionSeen !== undefined && { solutionSeen }),
    stumbles: stumbles.slice(0, mostStumbles),
  };
}

function isStumble(value: unknown): value is Stumble {
  if (!isObject(value) || typeof value.id !== 'string' || !isCount(value.times)) return false;
  const { about } = value;
  return about === undefined || (isObject(about) && typeof about.es === 'string' && typeof about.en === 'string');
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isTimeOrNone = (value: unknown): value is string | undefined =>
  value === undefined || (typeof value === 'string' && !Number.isNaN(Date.parse(value)));
