import type { Text } from '../../core/text.ts';
import type { FileRead } from '../../course/files.ts';
import type { Exercise } from '../../exercise.ts';
import { answerFiles, type NotebookAnswers, readNotebook } from '../notebook/read.ts';
import type { Remark } from '../results.ts';
import { cannotRead, noHome } from './sentences.ts';

/** The answers that a notebook of a submission holds, and what of it has no place. */
export interface NotebookRead {
  /** From the root of the submission. */
  readonly path: string;
  /** By folder of the exercise, only the files that it answers. */
  readonly answers: ReadonlyMap<string, readonly FileRead[]>;
  readonly remarks: readonly Remark[];
}

/**
 * Reads the answers in a notebook, over those the course begins with.
 * @param path of the notebook in its submission
 */
export function readNotebookFile({ path, text }: FileRead, course: readonly Exercise[]): NotebookRead {
  const about = (message: Text): Remark => ({ path, message });
  try {
    const read = text === undefined ? { problem: cannotRead } : readNotebook(text, course);
    if ('problem' in read) return { path, answers: new Map(), remarks: [about(read.problem)] };
    const lost: NotebookAnswers['prose'][number][] = [];
    const answers = read.answers.map((one) => {
      const files = answerFiles(one, one.exercise.starter, (words) => lost.push(words));
      return [one.exercise.folder, files.map((file): FileRead => ({ path: file.path, text: file.text }))] as const;
    });
    const remarks = [
      ...read.remarks,
      ...read.unplaced.map(({ cell, why }) => noHome(cell, why)),
      ...lost.map(({ cells: [cell = 0] }) => noHome(cell)),
    ];
    return { path, answers: new Map(answers), remarks: remarks.map(about) };
  } catch {
    return { path, answers: new Map(), remarks: [about(cannotRead)] };
  }
}
