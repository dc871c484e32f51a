import { existsSync, readFileSync } from 'node:fs';
import type { ExerciseSpec } from '../../checks/kinds.ts';
import { enoughOf } from '../../core/exercise.ts';
import { fill } from '../../core/messages.ts';
import type { Text } from '../../core/text.ts';
import { listFolders } from '../../course/folders.ts';
import { inExercise } from '../../course/paths.ts';
import { readExercise } from '../../course/solutions.ts';
import { checkKinds } from '../../generated/kinds.ts';
import { writeText } from './files.ts';

const heading = '## Cuándo se supera';

/**
 * Writes into every statement what it takes to pass, from the spec: its last section, so that no statement says other points
 * than those that are given.
 */
export function generatePassMarks(root: string): void {
  for (const { name } of listFolders(root)) {
    const spec = readExercise(root, name)?.spec;
    const file = inExercise(root, name, 'enunciado.md');
    if (spec && existsSync(file)) writeText(file, withPassMark(readFileSync(file, 'utf8'), spec));
  }
}

/** A statement with its last section about what it takes to pass, in place of the one it had. */
export function withPassMark(statement: string, spec: ExerciseSpec): string {
  const start = statement.indexOf(`\n${heading}\n`);
  const end = start === -1 ? -1 : statement.indexOf('\n## ', start + heading.length);
  const before = start === -1 ? statement : statement.slice(0, start);
  const after = end === -1 ? '' : statement.slice(end);
  return `${before.trimEnd()}\n${after.trimEnd() === '' ? '' : `${after.trimEnd()}\n`}\n${passMark(spec)}`;
}

const enough: Text = {
  es: 'Con {enough} de {of} {of:punto|puntos}{needed}. Lo que dejes sin empezar queda pendiente, no mal.',
  en: 'With {enough} of {of} {of:point|points}{needed}. What you leave untouched is pending, not wrong.',
};
const practice: Text = {
  es: 'Con {enough} de {of} {of:punto|puntos}{needed}. Es de práctica: no cuenta entre los ejercicios del curso ni en ninguna nota.',
  en: 'With {enough} of {of} {of:point|points}{needed}. It is for practice, and counts neither among the exercises of the course nor in any grade.',
};
const needed = ', si todo lo imprescindible está bien';

function passMark(spec: ExerciseSpec): string {
  const counted = spec.checks.filter(({ points = 0, required }) => points > 0 || required);
  const of = counted.reduce((sum, { points = 0 }) => sum + points, 0);
  const anyRequired = counted.some(({ required }) => required);
  const data = { enough: enoughOf(spec, of), of, needed: anyRequired ? needed : '' };
  const rows = counted.map(({ title, kind, points = 0, required }) => {
    const cells = [cell((title ?? checkKinds[kind].title).es), fill(number, { points }, 'es')];
    return row(anyRequired ? [...cells, required ? 'sí' : ''] : cells);
  });
  const head = ['Comprobación', 'Puntos', ...(anyRequired ? ['Imprescindible'] : [])];
  if (spec.practice) return [heading, '', fill(practice, data, 'es'), ''].join('\n');
  return [heading, '', fill(enough, data, 'es'), '', row(head), row(head.map(() => '---')), ...rows, ''].join('\n');
}

const number: Text = { es: '{points}', en: '{points}' };
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`.replace(/ {2,}/g, ' ');
const cell = (text: string): string => text.replaceAll('|', '\\|');
