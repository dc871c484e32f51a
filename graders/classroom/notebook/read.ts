import { filled } from '../../core/messages.ts';
import type { Source } from '../../core/source.ts';
import type { Text } from '../../core/text.ts';
import type { Exercise } from '../../exercise.ts';
import { type Anchor, anchorOf, belowSign, cellId, exerciseOfFence, wasChanged } from './anchor.ts';
import { readAnswerCell } from './answer-cell.ts';
import { type Cell, readCells } from './cells.ts';
import { fencesIn } from './fence.ts';
import { type Placed, type PlacedFile, place, type Unplaced } from './place.ts';
import { type FreeCell, piecesOf } from './segments.ts';
import { writeSlot } from './slots.ts';

/** What a notebook answers of one exercise. */
export interface NotebookAnswers extends Pick<Placed, 'files' | 'prose'> {
  readonly exercise: Exercise;
}

export interface ReadNotebook {
  /** The exercises of which something was found, in the order of the course. */
  readonly answers: readonly NotebookAnswers[];
  /** Parts of answers that only a person can place, in the order of the notebook. */
  readonly unplaced: readonly Unplaced[];
  /** Numbers of the cells where each exercise stands, answered or not, by its id. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** What was odd about the notebook. */
  readonly remarks: readonly Text[];
}

/**
 * The answers in a notebook: one that `notebook export` wrote, whose cells say what they are, or any other one, such as the
 * course's own, in which they stand as people write them.
 * @param text of the `.ipynb`
 * @returns what was found, or in one sentence why it is no notebook
 */
export function readNotebook(text: string, course: readonly Exercise[]): ReadNotebook | { readonly problem: Text } {
  const read = readCells(text);
  if ('problem' in read) return read;
  const { anchored, free, remarks } = sorted(read.cells, course);
  const known = new Set(course.map(({ spec }) => spec.number));
  const pieces = piecesOf(free, known);
  const homeless = pieces.filter(({ exercise }) => exercise === undefined);
  const unplaced: Unplaced[] = homeless.map((piece) => ({ ...piece, why: noExercise }));
  const answers: NotebookAnswers[] = [];
  const places = new Map<string, readonly number[]>();
  for (const exercise of course) {
    const { spec } = exercise;
    const ours = answersIn(
      anchored.filter(({ anchor }) => anchor.exercise === spec.id),
      exercise,
    );
    const own = pieces.filter((piece) => piece.exercise === spec.number);
    const theirs = place(exercise, own);
    const both = together(ours, theirs);
    unplaced.push(...both.unplaced);
    if (both.files.length + both.prose.length > 0) answers.push({ exercise, files: both.files, prose: both.prose });
    const cells = new Set([...ours.cells, ...own.map(({ cell }) => cell)]);
    const inOrder = [...cells].sort((a, b) => a - b);
    if (inOrder.length > 0) places.set(spec.id, inOrder);
  }
  return {
    answers,
    unplaced: unplaced.sort((a, b) => a.cell - b.cell),
    places,
    remarks: [...read.remarks, ...remarks],
  };
}

interface Anchored {
  readonly cell: Cell;
  readonly anchor: Anchor;
}

/** The cells that Timonel wrote, and those of somebody else. */
function sorted(cells: readonly Cell[], course: readonly Exercise[]) {
  const anchored: Anchored[] = [];
  const free: FreeCell[] = [];
  const remarks: Text[] = [];
  let within: number | undefined;
  for (const cell of cells) {
    const info = fencesIn(cell.text.split('\n'))[0]?.info;
    const anchor = anchorOf(cell, info, course);
    const exercise = anchor && course.find(({ spec }) => spec.id === anchor.exercise);
    if (anchor && exercise) within = exercise.spec.number;
    if (!anchor) free.push({ cell, within: within ?? exerciseOfFence(info, course)?.spec.number });
    else if (anchor.part === 'answer' && !exercise)
      remarks.push(filled(unknownExercise, { cell: cell.number, exercise: anchor.exercise }));
    else if (anchor.part === 'answer') anchored.push({ cell, anchor });
    else {
      if (wasChanged(cell))
        remarks.push(filled(anchor.part === 'feedback' ? changedFeedback : changedStatement, { cell: cell.number }));
      const below = belowSign(cell);
      if (below !== '') free.push({ cell: { ...cell, text: below }, within: exercise?.spec.number });
    }
  }
  return { anchored, free, remarks };
}

interface Ours extends Pick<Placed, 'files' | 'unplaced'> {
  readonly cells: readonly number[];
}

/** The answers in the cells made for them. Of a cell that was copied, what is not as it was given counts. */
function answersIn(all: readonly Anchored[], exercise: Exercise): Ours {
  const files: PlacedFile[] = [];
  const unplaced: Unplaced[] = [];
  const { spec, starter } = exercise;
  const isStarter = (text: string) => starter.some((given) => isSame(text, given.text));
  for (const { cell, anchor } of all) {
    if (spec.answers.some(({ file }) => file === anchor.file)) continue;
    // Of a file whose format nobody knows any more, everything is kept.
    const { text, around } = readAnswerCell(cell.text, { number: spec.number, file: anchor.file, format: 'manifests' });
    const written = [isStarter(text) ? '' : text, around].filter((part) => part !== '').join('\n');
    if (written !== '') unplaced.push({ cell: cell.number, exercise: spec.number, text: written, why: unknownFile });
  }
  for (const [index, answer] of spec.answers.entries()) {
    const versions = all
      .filter(({ anchor }) => anchor.file === answer.file)
      .map(({ cell }) => ({ cell, ...readAnswerCell(cell.text, { ...answer, number: spec.number }) }));
    const left = ({ cell }: { cell: Cell }, text: string, why: Text): Unplaced => ({
      cell: cell.number,
      exercise: spec.number,
      text,
      why,
    });
    for (const version of versions)
      if (version.around !== '') unplaced.push(left(version, version.around, aroundAnswer));
    const written = versions.filter(({ text }) => text !== '' && !isSame(text, starter[index]?.text ?? ''));
    const chosen = written.find(({ cell }) => cell.id === cellId(spec.id, answer.file)) ?? written.at(-1);
    if (!chosen) continue;
    files.push({ file: answer.file, text: chosen.text, cells: [chosen.cell.number] });
    for (const version of written)
      if (!isSame(version.text, chosen.text)) unplaced.push(left(version, version.text, copied));
  }
  return { files, unplaced, cells: all.map(({ cell }) => cell.number) };
}

/** Answers in cells of one's own count where the cell made for them was left alone. */
function together(ours: Ours, theirs: Placed): Placed {
  const isTaken = ({ file }: { readonly file: string }) => ours.files.some((one) => one.file === file);
  const twice = [...theirs.files, ...theirs.prose].filter(isTaken);
  const refused = twice.map(
    ({ cells, text }): Unplaced => ({ cell: cells[0] ?? 0, exercise: undefined, text, why: answeredTwice }),
  );
  return {
    files: [...ours.files, ...theirs.files.filter((one) => !isTaken(one))],
    prose: theirs.prose.filter((one) => !isTaken(one)),
    unplaced: [...ours.unplaced, ...theirs.unplaced, ...refused],
  };
}

/** An answer file, and whether it takes the place of an explanation that stood there. */
export interface AnswerFile extends Source {
  readonly replaces: boolean;
}

/**
 * The answer files that a notebook changes.
 * @param base what the files are without it, in the order of the exercise's: the starter, or what somebody wrote so far
 * @param whenLost told of an explanation that has no place in its file
 */
export function answerFiles(
  { exercise, files, prose }: NotebookAnswers,
  base: readonly Source[],
  whenLost: (words: NotebookAnswers['prose'][number]) => void,
): readonly AnswerFile[] {
  return exercise.spec.answers.flatMap(({ file }, index): AnswerFile[] => {
    const whole = files.find((one) => one.file === file);
    const words = prose.filter((one) => one.file === file);
    if (!whole && words.length === 0) return [];
    let answer = { path: file, text: whole?.text ?? base[index]?.text ?? '', replaces: whole !== undefined };
    for (const one of words) {
      const written = writeSlot(answer, one.section, one.slot, one.text);
      if (written) answer = { path: file, text: written.text, replaces: answer.replaces || written.replaces };
      else whenLost(one);
    }
    return [answer];
  });
}

/** Blanks at the end of lines and of the file, which programs add and remove, are no answer. */
export const isSame = (text: string, other: string): boolean => trimmed(text) === trimmed(other);
const trimmed = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

const noExercise: Text = {
  es: 'nada dice a qué ejercicio responde: pon encima `Ejercicio N`',
  en: 'nothing says which exercise it answers: put `Exercise N` above it',
};
const aroundAnswer: Text = {
  es: 'está en la celda de la respuesta, pero fuera del bloque de código',
  en: 'it is in the cell of the answer, and outside of the block of code',
};
const unknownFile: Text = {
  es: 'está en la celda de un fichero que este ejercicio no tiene: pásalo a la celda del que corresponda',
  en: 'it is in the cell of a file that this exercise does not have: move it to the cell of the one it belongs to',
};
const copied: Text = {
  es: 'la celda de la respuesta está copiada y dice otra cosa',
  en: 'the cell of the answer was copied and says something else',
};
const answeredTwice: Text = {
  es: 'la celda de la respuesta ya tiene otra, y es esa la que cuenta',
  en: 'the cell of the answer has another one already, and that is the one that counts',
};
const unknownExercise: Text = {
  es: 'La celda {cell} responde al ejercicio `{exercise}`, que este curso no tiene.',
  en: 'Cell {cell} answers exercise `{exercise}`, which this course does not have.',
};
const changedFeedback: Text = {
  es: 'La celda {cell} es un informe y está cambiada: lo que escribas en ella no se lee, y el siguiente informe la sustituye. Pásalo a su celda.',
  en: 'Cell {cell} is a report and was changed: what you write into it is not read, and the next report takes its place. Move it to its own cell.',
};
const changedStatement: Text = {
  es: 'La celda {cell} es parte del enunciado y está cambiada: si has respondido en ella, pasa la respuesta a su celda.',
  en: 'Cell {cell} is part of the statement and was changed: if you answered in it, move the answer to its own cell.',
};
