import { filled } from '../../core/messages.ts';
import { plainLetters } from '../../core/plain-letters.ts';
import type { Points } from '../../core/report.ts';
import { isUntouched } from '../../core/report.ts';
import type { Text } from '../../core/text.ts';
import { type ReviewScore, scaled } from '../../render/score.ts';
import type { ClassExercise, ClassResults, GradedSubmission } from '../results.ts';
import { BadGradebook, type FilledGradebook, notPlaced } from './gradebook.ts';
import { matchRows, type RowIdentity } from './match.ts';
import { type Filled, fillSheet, readSheet, type SheetCell } from './sheet.ts';
import { answersOf } from './told.ts';
import { totalOf, worthOf } from './worth.ts';

/** A column of an assignment: `Contenedores (4711)`. */
const assignment = /^(.*\S)\s*\((\d+)\)$/s;

/** What a column is filled with: an exercise, or the total where undefined. */
interface Target {
  readonly index: number;
  readonly exercise: ClassExercise | undefined;
}

/**
 * Fills the gradebook that a teacher exports from Canvas; every other byte stays. A column whose name begins with the
 * number of an exercise, or holds its id or its title, gets that exercise, scaled to its points possible; where no column
 * does, the only assignment, or the one that was named, gets the total.
 * @param column name of the column for the total, with or without its number in brackets
 * @throws {BadGradebook}
 * @see https://community.canvaslms.com/t5/Instructor-Guide/How-do-I-import-grades-in-the-Gradebook/ta-p/807
 */
export function fillCanvas(
  results: ClassResults,
  file: Uint8Array,
  review: ReviewScore,
  column?: string,
): FilledGradebook {
  const sheet = readSheet(file);
  if (!sheet) throw new BadGradebook(notText);
  const [head = [], ...rest] = sheet.rows;
  const names = head.map(({ value }) => value.trim());
  if (!names.includes('Student') || !names.includes('ID')) throw new BadGradebook(notCanvas);
  const targets = targetsOf(results, names, column);
  // Rows that are nobody: «Points Possible» and what else Canvas writes above the students has no ID.
  const isStudent = (row: readonly SheetCell[]) => (row[names.indexOf('ID')]?.value.trim() ?? '') !== '';
  const rows = rest.filter(isStudent);
  const possible = rest.find((row) => /^\s*points possible\s*$/i.test(row[0]?.value ?? ''));
  const { byRow, unmatched, ambiguous } = matchRows(
    rows.map((row) => identityOf((name) => row[names.indexOf(name)]?.value.trim() ?? '')),
    results.submissions,
  );
  const cells = [...byRow].flatMap(([index, submission]) =>
    targets.flatMap((target): readonly Filled[] => {
      const cell = rows[index]?.[target.index];
      const worth = worthFor(results, submission, target);
      if (!cell || !worth) return [];
      const most = Number(possible?.[target.index]?.value ?? Number.NaN);
      return [{ cell, text: String(scaled(worth, Number.isFinite(most) && most > 0 ? most : worth.of, review)) }];
    }),
  );
  return { file: fillSheet(sheet, cells), graded: byRow.size, remarks: notPlaced(unmatched, ambiguous) };
}

/** @returns undefined where nobody answered: Canvas then keeps what it has */
function worthFor(results: ClassResults, submission: GradedSubmission, { exercise }: Target): Points | undefined {
  if (!exercise) return totalOf(results, submission);
  const one = answersOf(results, submission).find((answered) => answered.exercise.id === exercise.id);
  return one && !isUntouched(one.answer.report) ? worthOf(one) : undefined;
}

function targetsOf(
  { exercises }: ClassResults,
  names: readonly string[],
  column: string | undefined,
): readonly Target[] {
  const all = names.flatMap((name, index) => {
    const [, title] = assignment.exec(name) ?? [];
    return title === undefined ? [] : [{ name, title, index }];
  });
  const only = (found: typeof all, problem: Text): readonly Target[] => {
    const [one, another] = found;
    if (one && !another) return [{ index: one.index, exercise: undefined }];
    throw new BadGradebook(filled(problem, { columns: all.map(({ name }) => name), column: column ?? '' }));
  };
  if (column !== undefined) {
    const named = all.filter(({ name, title }) => [name, title].includes(column.trim()));
    return only(named, noSuchColumn);
  }
  const own = all.flatMap(({ title, index }) => {
    const exercise = exercises.find((one) => isAbout(title, one));
    return exercise ? [{ index, exercise }] : [];
  });
  return own.length > 0 ? own : only(all, whichColumn);
}

function isAbout(name: string, { id, number, folder, title }: ClassExercise): boolean {
  const plain = plainLetters(name);
  const leading = /^(?:ejercicio|exercise|ej\.?|ex\.?)?\s*0*(\d+)(?=\D|$)/.exec(plain)?.[1];
  return (
    leading === String(number) || [id, folder, title.es, title.en].some((one) => plain.includes(plainLetters(one)))
  );
}

function identityOf(cell: (name: string) => string): RowIdentity {
  const ids = ['ID', 'SIS User ID', 'SIS Login ID'].map(cell).filter((id) => id !== '');
  return { ids, email: cell('SIS Login ID').includes('@') ? cell('SIS Login ID') : '', name: cell('Student') };
}

const notText: Text = {
  es: 'No es un fichero CSV de texto: exporta el libro de calificaciones desde Canvas.',
  en: 'It is no CSV file of text: export the gradebook from Canvas.',
};
const notCanvas: Text = {
  es: 'No es un libro de calificaciones de Canvas: faltan las columnas `Student` e `ID`.',
  en: 'It is no gradebook of Canvas: the columns `Student` and `ID` are missing.',
};
const whichColumn: Text = {
  es: 'No sé en qué columna va la nota. Dila con `--canvas-column`: {columns}.',
  en: 'It is not clear which column takes the grade. Name it with `--canvas-column`: {columns}.',
};
const noSuchColumn: Text = {
  es: 'En el libro de calificaciones no hay exactamente una columna `{column}`. Las que hay: {columns}.',
  en: 'There is not exactly one column `{column}` in the gradebook. Those there are: {columns}.',
};
