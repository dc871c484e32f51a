import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fill } from '../../core/messages.ts';
import type { Text } from '../../core/text.ts';
import { workspaceOf } from '../../course/parameters/workspace.ts';
import { safe } from '../../render/terminal/safe.ts';
import { wrap } from '../../render/terminal/wrap.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { writeNew } from '../new-files.ts';
import { printLines } from '../print.ts';
import { fromCwd, screenFor } from '../screen.ts';
import { secretIn } from '../secret.ts';
import { noExercises } from '../sentences.ts';

export interface VariantOptions {
  readonly secret: string;
  readonly out: string;
}

/** Writes the exercises as one student gets them: for the instructor, whose secret stays where it is. */
export function variant(student: string, { secret, out }: VariantOptions, context: Context): ExitCode {
  const { root, cwd, lang } = context;
  if (student.trim() === '') throw new UsageError(nobody[lang]);
  const made = workspaceOf(root, { secret: secretIn(secret, context), student });
  if ('unreadable' in made) throw new UsageError(fill(unreadable, { folder: made.unreadable }, lang));
  if (made.files.length === 0) throw new UsageError(noExercises[lang]);
  const folder = resolve(cwd, out);
  const shown = safe(fromCwd(cwd, folder));
  refuseUsed(folder, shown, context);
  writeNew(folder, made.files);
  const { palette, width } = screenFor(context);
  const rows = made.personal.map(({ folder: { name }, values }) => {
    const said = [...values].map(([id, value]) => `${id} ${value}`).join(', ');
    return `  ${name.padEnd(38)}  ${said}`;
  });
  const data = { student: safe(student), out: shown, count: rows.length };
  printLines(context.out, [
    ...wrap(fill(rows.length > 0 ? written : same, data, lang), width, palette),
    ...(rows.length > 0 ? ['', ...rows, ''] : []),
    ...wrap(fill(next, data, lang), width, palette),
  ]);
  return 0;
}

/** What somebody has answered is nobody's to write over. */
function refuseUsed(folder: string, shown: string, { lang }: Context): void {
  let inside: readonly string[];
  try {
    inside = readdirSync(folder);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new UsageError(fill(noFolder, { out: shown }, lang));
  }
  if (inside.length > 0) throw new UsageError(fill(used, { out: shown }, lang));
}

const nobody: Text = { es: 'Falta decir de quién son los ejercicios.', en: 'It is not said whose exercises they are.' };
const unreadable: Text = {
  es: 'El ejercicio `{folder}` del curso no se puede leer.',
  en: 'Exercise `{folder}` of the course cannot be read.',
};
const used: Text = {
  es: 'En `{out}` ya hay algo, y no se toca. Di otra carpeta.',
  en: 'There is something in `{out}` already, and it is left alone. Name another folder.',
};
const noFolder: Text = { es: '`{out}` no es una carpeta.', en: '`{out}` is no folder.' };
const written: Text = {
  es: 'En `{out}` están los ejercicios de {student}. {count} {count:tiene|tienen} valores propios:',
  en: 'The exercises of {student} are in `{out}`. {count} {count:has|have} values of their own:',
};
const same: Text = {
  es: 'En `{out}` están los ejercicios de {student}. Ninguno tiene parámetros: son los de todos.',
  en: 'The exercises of {student} are in `{out}`. None has parameters: they are those of everybody.',
};
const next: Text = {
  es: 'Entrégale esa carpeta, que no lleva el secreto: `npx timonel grade --root {out}` la corrige. La clase se corrige con `npx timonel class … --secret`.',
  en: 'Hand over that folder, which does not hold the secret: `npx timonel grade --root {out}` grades it. A class is graded with `npx timonel class … --secret`.',
};
