import { filled } from '../../core/messages.ts';
import { plainLetters, plainWords } from '../../core/plain-letters.ts';
import type { Lang, Text } from '../../core/text.ts';
import { type ReviewScore, scaled } from '../../render/score.ts';
import { type Notes, noNotes } from '../comments/comments.ts';
import type { ClassResults } from '../results.ts';
import { feedbackLines } from './feedback.ts';
import { BadGradebook, type FilledGradebook, notPlaced } from './gradebook.ts';
import { matchRows, type RowIdentity } from './match.ts';
import { type Filled, fillSheet, readSheet, type SheetCell } from './sheet.ts';
import { totalOf } from './worth.ts';

/**
 * What Moodle calls the columns of its grading worksheet in the languages a Spanish-speaking course is likely to use it in
 * (Spanish, English, Catalan, Galician, Basque, Portuguese, French, Italian, German), without accents and case.
 */
const headers = {
  id: [
    'identificador',
    'identifier',
    'identifikatzailea',
    'identifiant',
    'id de l enregistrement',
    'identificativo',
    'id',
  ],
  name: [
    'nombre completo',
    'nombre',
    'nombre apellido s',
    'full name',
    'nom complet',
    'nom',
    'nome completo',
    'nome',
    'izen osoa',
    'nom complet de l utilisateur',
    'vollstandiger name',
    'cognome nome',
  ],
  number: [
    'numero de id',
    'numero id',
    'id number',
    'numero d identificacio',
    'numero d identification',
    'id zenbakia',
    'codice identificativo',
    'id nummer',
  ],
  email: [
    'direccion de correo',
    'direccion de correo electronico',
    'direccion email',
    'correo electronico',
    'email address',
    'email',
    'adreca electronica',
    'enderezo de correo',
    'enderezo electronico',
    'endereco de email',
    'endereco de correio eletronico',
    'adresse de courriel',
    'helbide elektronikoa',
    'e posta helbidea',
    'indirizzo email',
    'e mail adresse',
  ],
  login: [
    'nombre de usuario',
    'usuario',
    'username',
    'nom d usuari',
    'nome de usuario',
    'nom d utilisateur',
    'erabiltzaile izena',
    'anmeldename',
  ],
  grade: [
    'calificacion',
    'nota',
    'puntuacion',
    'grade',
    'qualificacio',
    'cualificacion',
    'avaliacao',
    'note',
    'kalifikazioa',
    'valutazione',
    'bewertung',
  ],
  most: [
    'calificacion maxima',
    'nota maxima',
    'puntuacion maxima',
    'maximum grade',
    'qualificacio maxima',
    'cualificacion maxima',
    'avaliacao maxima',
    'note maximale',
    'gehienezko kalifikazioa',
    'valutazione massima',
    'beste bewertung',
    'maximale bewertung',
    'hochstbewertung',
  ],
  open: [
    'la calificacion puede ser cambiada',
    'la calificacion se puede cambiar',
    'grade can be changed',
    'es pot canviar la qualificacio',
    'a cualificacion pode seren cambiada',
    'a nota pode ser alterada',
    'la note peut etre modifiee',
    'kalifikazioa alda daiteke',
    'bewertung kann geandert werden',
    'la valutazione puo essere modificata',
  ],
  comment: [
    'comentarios de retroalimentacion',
    'comentarios de la retroalimentacion',
    'comentarios',
    'feedback comments',
    'comentaris de retroaccio',
    'comentaris',
    'comentarios de realimentacion',
    'comentarios de feedback',
    'commentaires de feedback',
    'commentaires',
    'feedback iruzkinak',
    'commenti',
    'feedback als kommentar',
  ],
} as const satisfies Record<string, readonly string[]>;
type Column = keyof typeof headers;

const closed = ['no', 'non', 'nao', 'nein', 'ez'];

/**
 * Fills the grading worksheet that a teacher downloads from an assignment of Moodle. Every byte besides grades and empty
 * comments stays: Moodle compares the other columns, and takes the headers only in the language of the course. A grade is
 * the total, scaled to the maximum of its row, and never out of it: one that is makes Moodle refuse the whole file.
 * @param file what the teacher downloaded
 * @param review which end of the interval is the grade; the comment names both
 * @throws {BadGradebook}
 * @see https://docs.moodle.org/en/Assignment_settings#Offline_grading_worksheet
 */
export function fillMoodle(
  results: ClassResults,
  file: Uint8Array,
  review: ReviewScore,
  lang: Lang,
  notes: Notes = noNotes,
): FilledGradebook {
  const sheet = readSheet(file);
  if (!sheet) throw new BadGradebook(notText);
  const [head = [], ...rows] = sheet.rows;
  const columns = columnsOf(head);
  const [gradeColumn, mostColumn] = [columns.get('grade'), columns.get('most')];
  if (gradeColumn === undefined)
    throw new BadGradebook(filled(noColumn, { columns: head.map(({ value }) => value.trim()) }));
  const cell = (row: readonly SheetCell[], column: Column): string =>
    row[columns.get(column) ?? -1]?.value.trim() ?? '';
  const { byRow, unmatched, ambiguous } = matchRows(
    rows.map((row) => identityOf((column) => cell(row, column))),
    results.submissions,
  );
  const cells: Filled[] = [];
  const locked: string[] = [];
  const unlimited: string[] = [];
  for (const [index, submission] of byRow) {
    const row = rows[index] ?? [];
    const [grade, comment] = [row[gradeColumn], row[columns.get('comment') ?? -1]];
    const most = mostColumn === undefined ? defaultMost : numberIn(row[mostColumn]?.value ?? '');
    if (!grade || closed.includes(plainLetters(cell(row, 'open')))) locked.push(submission.id);
    else if (most === undefined) unlimited.push(submission.id);
    else {
      const text = String(scaled(totalOf(results, submission), most, review));
      const usesComma = (mostColumn === undefined ? grade.value : (row[mostColumn]?.value ?? '')).includes(',');
      cells.push({ cell: grade, text: usesComma ? text.replace('.', ',') : text });
      if (comment && comment.value.trim() === '') {
        cells.push({ cell: comment, text: feedbackLines(results, submission, lang, notes).map(asHtml).join('<br>') });
      }
    }
  }
  const remarks = [
    ...notPlaced(unmatched, ambiguous),
    ...(locked.length > 0 ? [filled(notOpen, { count: locked.length, names: locked })] : []),
    ...(unlimited.length > 0 ? [filled(noMost, { count: unlimited.length, names: unlimited })] : []),
  ];
  return { file: fillSheet(sheet, cells), graded: byRow.size - locked.length - unlimited.length, remarks };
}

/** Where Moodle names no maximum it is its own default. */
const defaultMost = 100;

/** Columns by what their headers mean; where none of the known words is a grade, the one before the maximum is. */
function columnsOf(head: readonly SheetCell[]): ReadonlyMap<Column, number> {
  const names = head.map(({ value }) => plainWords(value).join(' '));
  const found = new Map<Column, number>();
  for (const [column, known] of Object.entries(headers)) {
    const index = names.findIndex((name) => (known as readonly string[]).includes(name));
    if (index !== -1) found.set(column as Column, index);
  }
  const most = found.get('most') ?? 0;
  if (!found.has('grade') && most > 0) found.set('grade', most - 1);
  return found;
}

function identityOf(cell: (column: Column) => string): RowIdentity {
  const participant = /(\d+)\s*$/.exec(cell('id'))?.[1];
  const ids = [participant ?? '', cell('number'), cell('login')].filter((id) => id !== '');
  return { ids, email: cell('email'), name: cell('name') };
}

/** `10`, `10.00`, `10,00`; undefined for a scale of words. */
function numberIn(text: string): number | undefined {
  const plain = text.trim().replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** Moodle shows comments as HTML. */
const asHtml = (line: string): string => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const notText: Text = {
  es: 'No es un fichero CSV de texto. Descarga de Moodle la hoja de calificaciones sin conexión y no la guardes en otro formato.',
  en: 'It is no CSV file of text. Download the offline grading worksheet from Moodle and save it in no other format.',
};
const noColumn: Text = {
  es: 'No encuentro la columna de la calificación: las que hay son {columns}. Descarga la hoja con Moodle en español o en inglés.',
  en: 'There is no column for the grade that I know: those there are {columns}. Download the worksheet with Moodle in Spanish or English.',
};
const notOpen: Text = {
  es: 'Moodle no deja cambiar la nota de {names}.',
  en: 'Moodle lets nobody change the grade of {names}.',
};
const noMost: Text = {
  es: 'La calificación máxima no es un número, y sin ella no hay a qué escalar: {names}.',
  en: 'The maximum grade is no number, and there is nothing to scale to without it: {names}.',
};
