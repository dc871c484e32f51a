import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { courseFiles } from '../../authoring/scaffold/course.ts';
import { packedSchemas, workspaceFiles } from '../../authoring/scaffold/workspace.ts';
import { fill } from '../../core/messages.ts';
import type { Source } from '../../core/source.ts';
import type { Text } from '../../core/text.ts';
import { openExercise } from '../../course/exercises.ts';
import { listFolders } from '../../course/folders.ts';
import { courseFile, inExercise } from '../../course/paths.ts';
import { sentence } from '../../render/terminal/wrap.ts';
import { agrees } from '../asking.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { printLines } from '../print.ts';
import { requirementOf } from '../requirement.ts';
import { fromCwd, screenFor } from '../screen.ts';

export interface InitOptions {
  readonly yes?: boolean;
  /** The folder of a course of one's own, as `--course` names it. */
  readonly course?: string;
}

/** A file that goes into the new folder: a text, or the copy of one of ours. */
type Given = Source | { readonly path: string; readonly from: string };

/** Prepares a folder: the exercises to study or, with `--course`, a course to write. */
export async function init(
  folder: string | undefined,
  { yes = false, course }: InitOptions,
  context: Context,
): Promise<ExitCode> {
  const { cwd, lang } = context;
  if (folder !== undefined && course !== undefined) throw new UsageError(twoFolders[lang]);
  const target = resolve(cwd, course ?? folder ?? '.');
  const say = screenFor(context).palette;
  if (
    !isEmpty(target) &&
    !yes &&
    !(await agrees(fill(askFill, { folder: fromCwd(cwd, target) }, lang), needsYes, context))
  ) {
    printLines(context.out, [untouched[lang]]);
    return 0;
  }
  const timonel = requirementOf(context, target);
  const files: readonly Given[] =
    course === undefined
      ? [...workspaceFiles({ kind: 'student', timonel }), ...exercisesOf(context)]
      : [...workspaceFiles({ kind: 'author', timonel }), ...courseFiles(lang)];
  const kept = files.filter(({ path }) => existsSync(join(target, path)));
  const written = files.filter((file) => !kept.includes(file));
  for (const file of written) write(join(target, file.path), file);
  const data = { folder: fromCwd(cwd, target), count: written.length };
  printLines(context.out, [
    sentence(fill(ready, data, lang), say),
    ...(kept.length > 0 ? [keptFiles[lang]] : []),
    ...kept.slice(0, 10).map(({ path }) => `  ${path}`),
    ...(kept.some(({ path }) => path === 'package.json') ? ['', sentence(addScripts[lang], say)] : []),
    ...(timonel.startsWith('file:') && written.some(({ path }) => path === 'package.json')
      ? ['', sentence(fill(fromFile, { file: timonel.slice('file:'.length) }, lang), say)]
      : []),
    '',
    sentence(fill(course === undefined ? nextForStudent : nextForAuthor, data, lang), say),
  ]);
  return 0;
}

function isEmpty(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}

/** Never over a file that is there. */
function write(file: string, given: Given): void {
  mkdirSync(dirname(file), { recursive: true });
  if ('from' in given) copyFileSync(given.from, file);
  else writeFileSync(file, given.text, { flag: 'wx' });
}

/** The exercises that Timonel comes with, each answer as it is at the start. */
function exercisesOf({ home }: Context): readonly Given[] {
  const all = listFolders(home).flatMap((folder): readonly Given[] => {
    const { exercise } = openExercise(home, folder);
    const base = inExercise(home, folder.name);
    const answers = new Map((exercise?.spec.answers ?? []).map(({ file }) => [file, join(base, 'starter', file)]));
    return filesUnder(base).map((file) => {
      const inside = relative(base, file).replaceAll('\\', '/');
      const path = `exercises/${folder.name}/${inside}`;
      if (inside === 'exercise.yaml')
        return { path, text: readFileSync(file, 'utf8').replace('../../schemas/', `../../${packedSchemas}/`) };
      return { path, from: answers.get(inside) ?? file };
    });
  });
  return [{ path: 'exercises/course.yaml', text: readFileSync(courseFile(home), 'utf8') }, ...all];
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const twoFolders: Text = {
  es: 'Di una sola carpeta: `timonel init CARPETA` para estudiar, o `timonel init --course CARPETA` para un curso tuyo.',
  en: 'Name one folder only: `timonel init FOLDER` to study, or `timonel init --course FOLDER` for a course of your own.',
};
const askFill: Text = {
  es: '`{folder}` no está vacía. Se añade lo que falte, y lo que hay no se toca. ¿Sigo? [s/N]',
  en: '`{folder}` is not empty. What is missing is added, and what is there stays as it is. Go on? [y/N]',
};
const needsYes: Text = {
  es: 'La carpeta no está vacía y aquí no puedo preguntar: repite el comando con `--yes` para añadir lo que falte. Lo que hay no se toca.',
  en: 'The folder is not empty and there is no way to ask here: repeat the command with `--yes` to add what is missing. What is there stays as it is.',
};
const untouched: Text = { es: 'No he escrito nada.', en: 'Nothing was written.' };
const ready: Text = { es: '`{folder}` está lista: {count} ficheros.', en: '`{folder}` is ready: {count} files.' };
const keptFiles: Text = {
  es: 'Esto ya estaba, y sigue como estaba:',
  en: 'This was there, and stays as it is:',
};
const addScripts: Text = {
  es: 'Tu `package.json` sigue como estaba. Para usar `npm start` y `npm test`, añádeselos: `npm pkg set scripts.start="timonel start" scripts.test="timonel grade"`.',
  en: 'Your `package.json` stays as it was. To use `npm start` and `npm test`, add them: `npm pkg set scripts.start="timonel start" scripts.test="timonel grade"`.',
};
const fromFile: Text = {
  es: 'Su `package.json` pide Timonel a `{file}`, de donde lo instalaste. Si compartes la carpeta, comparte también ese fichero.',
  en: 'Its `package.json` asks for Timonel at `{file}`, where you installed it from. If you share the folder, share that file too.',
};
const nextForStudent: Text = {
  es: 'En `{folder}`: `npm install` y `npm start`.',
  en: 'In `{folder}`: `npm install` and `npm start`.',
};
const nextForAuthor: Text = {
  es: 'En `{folder}`: `npm install`, `npx timonel gate` dice qué le falta a cada ejercicio y `npm start` lo enseña como lo verá el alumno.',
  en: 'In `{folder}`: `npm install`, `npx timonel gate` tells what each exercise lacks and `npm start` shows it as a student will see it.',
};
