import { isUtf8 } from 'node:buffer';
import { existsSync, lstatSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mostCharacters } from '../classroom/notebook/json.ts';
import { type ReadNotebook, readNotebook } from '../classroom/notebook/read.ts';
import { fill } from '../core/messages.ts';
import type { Text } from '../core/text.ts';
import { openExercise } from '../course/exercises.ts';
import { listFolders } from '../course/folders.ts';
import { NotRegular, readRegular } from '../course/regular.ts';
import type { Exercise } from '../exercise.ts';
import { agrees } from './asking.ts';
import { freshStamp, putKeeping } from './backup.ts';
import { type Context, UsageError } from './io.ts';
import { fromCwd } from './screen.ts';
import { brokenExercise, noExercises } from './sentences.ts';

/** The exercises of the course, in its order. @throws UsageError for a course without any */
export function courseOf({ root, build, lang }: Context): readonly Exercise[] {
  const opened = listFolders(root).map((folder) => openExercise(root, folder, build));
  if (opened.length === 0) throw new UsageError(noExercises[lang]);
  return opened.flatMap(({ exercise }) => exercise ?? []);
}

/** @throws UsageError for an exercise that cannot be read */
export function exerciseIn(context: Context, folder: ReturnType<typeof listFolders>[number]): Exercise {
  const { exercise } = openExercise(context.root, folder, context.build);
  if (!exercise) throw new UsageError(fill(brokenExercise, { number: folder.number }, context.lang));
  return exercise;
}

/** A file that a person names. @throws UsageError that says why it cannot be read */
export function readNamed(path: string, { cwd, lang }: Context): string {
  const file = fromCwd(cwd, resolve(cwd, path));
  const refuse = (why: Text, data: Readonly<Record<string, string>> = {}) =>
    new UsageError(fill(why, { file, ...data }, lang));
  let bytes: Buffer;
  try {
    bytes = readRegular(resolve(cwd, path), { most: mostCharacters });
  } catch (problem) {
    if (problem instanceof NotRegular) throw refuse(problem.what === 'large' ? tooLarge : noFile);
    const code = (problem as NodeJS.ErrnoException).code ?? 'EIO';
    throw code === 'ENOENT' || code === 'ENOTDIR' ? refuse(missing) : refuse(unreadable, { code });
  }
  if (!isUtf8(bytes)) throw refuse(notText);
  return bytes.toString('utf8');
}

/** What a notebook answers. @throws UsageError that says why it is no notebook */
export function notebookIn(path: string, course: readonly Exercise[], context: Context): ReadNotebook {
  const read = readNotebook(readNamed(path, context), course);
  if (!('problem' in read)) return read;
  const file = fromCwd(context.cwd, resolve(context.cwd, path));
  throw new UsageError(`\`${file}\`: ${read.problem[context.lang]}`);
}

/** Where copies of files go that are no answers. */
export const copiesOf = (root: string): string => join(root, '.timonel', 'backups', 'ficheros');

/** What became of a file that a person asked for, and the copy that was kept of what it was. */
export interface Asked {
  readonly done: 'written' | 'same' | 'left';
  readonly copy?: string | undefined;
}

/**
 * Writes a file that a person asked for. One that is there and says something else is replaced only by a yes, and copied first.
 */
export async function writeAsked(
  file: string,
  text: string,
  { yes = false, isOurs = false }: { readonly yes?: boolean | undefined; readonly isOurs?: boolean },
  context: Context,
): Promise<Asked> {
  const { cwd, lang, root } = context;
  const shown = `\`${fromCwd(cwd, file)}\``;
  const status = lstatSync(file, { throwIfNoEntry: false });
  if (status?.isDirectory()) throw new UsageError(fill(isFolder, { file: shown }, lang));
  if (status?.isFile() && isEqual(file, text)) return { done: 'same' };
  if (status && !isOurs && !yes && !(await agrees(fill(askReplace, { file: shown }, lang), needsYes, context)))
    return { done: 'left' };
  try {
    const copy = putKeeping(file, text, freshStamp(copiesOf(root), new Date()));
    return { done: 'written', copy: isOurs ? undefined : copy };
  } catch (problem) {
    const code = (problem as NodeJS.ErrnoException).code ?? 'EIO';
    throw new UsageError(fill(cannotWrite, { file: shown, code }, lang));
  }
}

function isEqual(file: string, text: string): boolean {
  try {
    return existsSync(file) && readRegular(file, { most: mostCharacters * 4 }).toString('utf8') === text;
  } catch {
    return false;
  }
}

const missing: Text = { es: 'No existe `{file}`.', en: 'There is no `{file}`.' };
const noFile: Text = { es: '`{file}` no es un fichero.', en: '`{file}` is no file.' };
const unreadable: Text = { es: 'No se puede leer `{file}` (`{code}`).', en: '`{file}` cannot be read (`{code}`).' };
const tooLarge: Text = {
  es: '`{file}` ocupa más de 48 MB. Borra las salidas del cuaderno («Clear all outputs» en Jupyter), guárdalo y repite el comando.',
  en: '`{file}` takes more than 48 MB. Clear the outputs of the notebook ("Clear all outputs" in Jupyter), save it and repeat the command.',
};
const notText: Text = {
  es: '`{file}` no es un texto en UTF-8, y un cuaderno de Jupyter lo es.',
  en: '`{file}` is no text in UTF-8, which a Jupyter notebook is.',
};
const isFolder: Text = {
  es: '{file} es una carpeta: di el nombre de un fichero.',
  en: '{file} is a folder: name a file.',
};
const askReplace: Text = {
  es: '{file} ya existe y dice otra cosa. ¿Lo sustituyo? Guardo antes una copia. [s/N]',
  en: '{file} is there already and says something else. Replace it? A copy is kept first. [y/N]',
};
const needsYes: Text = {
  es: 'El fichero ya existe, dice otra cosa y aquí no puedo preguntar: repite el comando con `--yes` para sustituirlo (se guarda una copia), o di otro nombre con `--out`.',
  en: 'The file is there already, says something else, and there is no way to ask here: repeat the command with `--yes` to replace it (a copy is kept), or say another name with `--out`.',
};
const cannotWrite: Text = {
  es: 'No se puede escribir {file} (`{code}`).',
  en: '{file} cannot be written (`{code}`).',
};
