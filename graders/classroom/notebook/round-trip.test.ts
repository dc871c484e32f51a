import { describe, expect, it } from 'vitest';
import type { Source } from '../../core/source.ts';
import { openExercise } from '../../course/exercises.ts';
import { listFolders } from '../../course/folders.ts';
import { readWritten } from '../../course/written.ts';
import type { Exercise } from '../../exercise.ts';
import { few } from '../../vitest/quick.ts';
import { exportNotebook } from './export.ts';
import { answerFiles, readNotebook } from './read.ts';

const course = few(listFolders('.'), 10).flatMap(
  ({ name, ...rest }) => openExercise('.', { name, ...rest }).exercise ?? [],
);
const written = course.map((exercise) => readWritten('.', exercise));
const filledWith = (answers: (exercise: Exercise, reference: readonly Source[]) => readonly Source[]) =>
  written.map((one) => ({ ...one, answers: answers(one.exercise, one.reference) }));

function read(text: string) {
  const found = readNotebook(text, course);
  if ('problem' in found) throw new Error(found.problem.en);
  return found;
}

type Edit = readonly [string, (cell: Record<string, unknown>) => Record<string, unknown>];

/** Each cell of a notebook, changed. */
function edited(text: string, edit: (cell: Record<string, unknown>) => Record<string, unknown>): string {
  const notebook = JSON.parse(text);
  return JSON.stringify({ ...notebook, cells: notebook.cells.map(edit) });
}

describe('a notebook of all exercises', () => {
  const blank = exportNotebook(
    filledWith(({ starter }) => starter),
    'es',
  );
  const full = exportNotebook(
    filledWith((_, reference) => reference),
    'en',
  );
  /** Of everything, every file of every exercise is as its author wrote it. */
  const expectReferences = (text: string) => {
    const { answers, unplaced, remarks } = read(text);
    expect(answers.map(({ exercise }) => exercise.spec.number)).toEqual(course.map(({ spec }) => spec.number));
    for (const [index, one] of answers.entries()) {
      const files = answerFiles(one, one.exercise.starter, () => expect.fail('something was lost'));
      expect(files.map(({ path, text }) => ({ path, text }))).toEqual(written[index]?.reference);
    }
    expect([unplaced, remarks]).toEqual([[], []]);
  };

  it('answers nothing as it is exported', () => {
    const { answers, unplaced, remarks, places } = read(blank);
    expect([answers, unplaced, remarks]).toEqual([[], [], []]);
    expect(places.size).toBe(course.length);
  });

  it('has the same bytes each time', () => {
    expect(
      exportNotebook(
        filledWith(({ starter }) => starter),
        'es',
      ),
    ).toBe(blank);
  });

  it('answers nothing where a program drops all that says what a cell is', () => {
    const { answers, unplaced } = read(edited(blank, ({ id: _, ...cell }) => ({ ...cell, metadata: {} })));
    expect([answers, unplaced]).toEqual([[], []]);
  });

  it('answers nothing where nbgrader has emptied the cells', () => {
    const { answers, unplaced } = read(edited(blank, (cell) => ({ ...cell, source: ['YOUR ANSWER HERE'] })));
    expect([answers, unplaced]).toEqual([[], []]);
  });

  const programs: readonly Edit[] = [
    ['a program left all', (cell) => cell],
    ['a program dropped all that says what a cell is', ({ id: _, ...cell }) => ({ ...cell, metadata: {} })],
  ];
  it.each(few(programs))('loses nothing that is written into any cell, where %s', (_, program) => {
    const places: readonly ((lines: number) => number)[] = [
      () => 0,
      (lines) => Math.floor(lines / 2),
      (lines) => lines,
    ];
    for (const place of places) {
      let number = 0;
      const text = edited(blank, (cell) => {
        const source = cell.source as readonly string[];
        const at = place(source.length);
        return program({ ...cell, source: [...source.slice(0, at), `\nmarca-${++number}-\n`, ...source.slice(at)] });
      });
      const { answers, unplaced, remarks } = read(text);
      const told = [remarks, answers.map(({ files, prose }) => [files, prose]), unplaced].map((one) =>
        JSON.stringify(one),
      );
      const lost = Array.from({ length: number }, (_, index) => index + 1).filter(
        (cell) => !told.some((one) => one.includes(`marca-${cell}-`) || one.includes(`celda ${cell} `)),
      );
      expect(lost).toEqual([]);
    }
  });

  it('gives every file back as it was written', () => expectReferences(full));

  const drops: readonly Edit[] = [
    ['ids and metadata', ({ id: _, ...cell }) => ({ ...cell, metadata: {} })],
    ['ids', ({ id: _, ...cell }) => cell],
    ['metadata', (cell) => ({ ...cell, metadata: {} })],
    ['lists of lines', (cell) => ({ ...cell, source: (cell.source as string[]).join('') })],
    ['line ends', (cell) => ({ ...cell, source: (cell.source as string[]).join('').replaceAll('\n', '\r\n') })],
  ];
  it.each(few(drops))('can be read where a program drops or changes its %s', (_, edit) => {
    const { answers } = read(edited(full, edit));
    const files = answers.flatMap((one) => answerFiles(one, one.exercise.starter, () => undefined));
    expect(files.map(({ path, text }) => ({ path, text }))).toEqual(written.flatMap(({ reference }) => reference));
  });
});
