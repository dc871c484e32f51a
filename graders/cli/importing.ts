import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Unplaced } from '../classroom/notebook/place.ts';
import { answerFiles, isSame, type NotebookAnswers } from '../classroom/notebook/read.ts';
import type { Lang } from '../core/text.ts';
import { readText } from '../course/files.ts';
import { inExercise } from '../course/paths.ts';
import { fenced } from '../render/markdown.ts';
import { fillWhere, whereWords } from './import-words.ts';

/** An answer file of the course, and what a notebook would make of it. */
export interface Change {
  /** Number and folder of the exercise. */
  readonly number: number;
  readonly folder: string;
  /** Absolute. */
  readonly file: string;
  readonly text: string;
  readonly cells: readonly number[];
  /**
   * `same`: it is like that already; `new`: nobody had begun it, or an explanation goes where none was; `other`: it would take
   * the place of somebody's work.
   */
  readonly state: 'same' | 'new' | 'other';
  /** There is something of somebody's that a copy has to be kept of. */
  readonly keeps: boolean;
  /** The file was saved after the notebook. */
  readonly isNewer: boolean;
}

/** What a notebook changes in a course, and the explanations whose file has no place for them. */
export function changesOf(
  answers: readonly NotebookAnswers[],
  root: string,
  saved: number,
): { readonly changes: readonly Change[]; readonly lost: readonly Unplaced[] } {
  const lost: Unplaced[] = [];
  const changes = answers.flatMap((one): Change[] => {
    const { spec, folder, starter } = one.exercise;
    const base = inExercise(root, folder);
    const current = spec.answers.map(({ file }) => readText(join(base, file), file, { inside: base }));
    const now = current.map(({ path, text, problem }, index) => ({
      path,
      text: (problem ? undefined : text) ?? starter[index]?.text ?? '',
    }));
    const files = answerFiles(one, now, ({ text, cells }) =>
      lost.push({ cell: cells[0] ?? 0, exercise: spec.number, text, why: whereWords.noPlace }),
    );
    return files.map(({ path, text, replaces }): Change => {
      const index = spec.answers.findIndex(({ file }) => file === path);
      const file = join(base, path);
      const there = current[index]?.problem ? undefined : current[index]?.text;
      const cells = [...one.files, ...one.prose].filter((part) => part.file === path).flatMap((part) => part.cells);
      const status = lstatSync(file, { throwIfNoEntry: false });
      const isUntouched = !status || (there !== undefined && isSame(there, starter[index]?.text ?? ''));
      const state = there !== undefined && isSame(there, text) ? 'same' : isUntouched || !replaces ? 'new' : 'other';
      const isNewer = status !== undefined && status.mtimeMs > saved;
      return {
        number: spec.number,
        folder,
        file,
        text,
        cells: [...new Set(cells)],
        state,
        keeps: !isUntouched,
        isNewer,
      };
    });
  });
  return { changes, lost };
}

/** Where the parts go that nobody could place: always the same file for the same parts of the same notebook. */
export function leftFile(root: string, notebook: string, text: string): string {
  const name =
    basename(notebook)
      .replace(/\.\w+$/, '')
      .replace(/[^\p{L}\p{N}_-]+/gu, '-') || 'cuaderno';
  const sum = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return join(root, '.timonel', 'cuadernos', `${name}-${sum}.md`);
}

/** Those parts, whole, each with its cell and why it was not placed. */
export function leftText(notebook: string, unplaced: readonly Unplaced[], lang: Lang): string {
  const parts = unplaced.map(({ cell, exercise, text, why }) =>
    [`## ${fillWhere({ cell, exercise }, lang)}`, `${why[lang]}.`, fenced(text, '')].join('\n\n'),
  );
  return [`# ${basename(notebook)}`, ...parts, ''].join('\n\n');
}
