import type { Report } from '../../core/report.ts';
import type { Text } from '../../core/text.ts';
import { readNote, writeNote } from '../../course/notes.ts';
import { changeProgress, type Progress, withStumbles } from '../../course/progress.ts';
import { sayFinding } from '../../render/words.ts';
import { stumblesIn } from './reasons.ts';

/** Remembers a grading of an answer that was begun: the try, when it was solved, and what went wrong. */
export function rememberGrading(root: string, report: Report, at: Date): Progress {
  return changeProgress(root, report.id, (before) => ({
    ...before,
    attempts: before.attempts + 1,
    ...(report.status === 'pass' && before.solved === undefined && { solved: at.toISOString() }),
    stumbles: withStumbles(
      before,
      unique(stumblesIn(report).map(({ id, message, data }) => ({ id, ...aboutOf(id, message, data) }))),
    ),
  }));
}

/** Each thing once for each try, however many lines show it. */
function unique<T>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

/** What an answer about ideas says is told by its own sentence; a manifest changes too much for that. */
function aboutOf(id: string, message: string, data: Parameters<typeof sayFinding>[0]['data']): { about?: Text } {
  if (!id.startsWith('theory/')) return {};
  const found = { id, message, data, at: { path: '', from: 0, to: 0 }, severity: 'error' } as const;
  return { about: { es: sayFinding(found, 'es'), en: sayFinding(found, 'en') } };
}

export function rememberHint(root: string, id: string, number: number): Progress {
  return changeProgress(root, id, (before) => ({ ...before, hints: [...new Set([...before.hints, number])] }));
}

export function rememberSolution(root: string, id: string, at: Date): Progress {
  return changeProgress(root, id, (before) =>
    before.solved !== undefined || before.solutionSeen !== undefined
      ? before
      : { ...before, solutionSeen: at.toISOString() },
  );
}

/** Folder of the exercise of the last session. */
export function lastExercise(root: string): string | undefined {
  const { exercise } = readNote<{ exercise?: unknown }>(root, 'sesion') ?? {};
  return typeof exercise === 'string' ? exercise : undefined;
}

export function rememberExercise(root: string, folder: string): void {
  writeNote(root, 'sesion', { exercise: folder });
}
