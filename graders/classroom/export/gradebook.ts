import { filled } from '../../core/messages.ts';
import type { Text } from '../../core/text.ts';
import type { GradedSubmission } from '../results.ts';

/** A teacher's file with the grades in it, and what a person should know before importing it. */
export interface FilledGradebook {
  readonly file: Uint8Array;
  /** How many rows got a grade. */
  readonly graded: number;
  readonly remarks: readonly Text[];
}

/** Why a file cannot be filled. */
export class BadGradebook extends Error {
  constructor(readonly why: Text) {
    super(why.en);
  }
}

/** Submissions that got into no row, by name. */
export function notPlaced(
  unmatched: readonly GradedSubmission[],
  ambiguous: readonly GradedSubmission[],
): readonly Text[] {
  return [...told(nobody, unmatched), ...told(several, ambiguous)];
}

function told(sentence: Text, submissions: readonly GradedSubmission[]): readonly Text[] {
  if (submissions.length === 0) return [];
  const data = { count: submissions.length, names: submissions.map(({ id }) => id) };
  return [filled(sentence, data)];
}

const nobody: Text = {
  es: '{count} {count:entrega no está|entregas no están} en el libro de calificaciones: {names}.',
  en: '{count} {count:submission is|submissions are} not in the gradebook: {names}.',
};
const several: Text = {
  es: '{count} {count:entrega podría|entregas podrían} ser de más de una fila, o la fila de más de una entrega, y se {count:deja|dejan} sin nota: {names}.',
  en: '{count} {count:submission|submissions} could be of more than one row, or the row of more than one submission, and {count:is|are} left without a grade: {names}.',
};
