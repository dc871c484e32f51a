import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { generateCatalogue } from '../../authoring/generate/catalogue.ts';
import { exerciseFiles, folderOf, isId } from '../../authoring/scaffold/exercise.ts';
import type { DraftFormat } from '../../authoring/scaffold/forms.ts';
import { type RuleArea, ruleAreas, ruleFiles } from '../../authoring/scaffold/rule.ts';
import { lessonBefore, schemasOf } from '../../authoring/scaffold/surroundings.ts';
import { fill } from '../../core/messages.ts';
import type { Source } from '../../core/source.ts';
import type { Text } from '../../core/text.ts';
import { type Folder, listFolders } from '../../course/folders.ts';
import { slug } from '../../course/lessons/heading.ts';
import { sentence } from '../../render/terminal/wrap.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { writeNew } from '../new-files.ts';
import { printLines } from '../print.ts';
import { screenFor } from '../screen.ts';

export interface NewOptions {
  readonly number?: string;
  readonly title?: string;
  readonly titleEn?: string;
  readonly format: DraftFormat;
  readonly lesson?: string;
}

/** Begins an exercise or a rule: every file it needs, with what is left to do said where it is. */
export function begin(what: 'exercise' | 'rule', name: string, options: NewOptions, context: Context): ExitCode {
  return what === 'rule' ? newRule(name, context) : newExercise(name, options, context);
}

function newExercise(name: string, options: NewOptions, context: Context): ExitCode {
  const { root, build, lang } = context;
  const folders = listFolders(root);
  const id = slug(name);
  if (!isId(id)) throw new UsageError(fill(badName, { name }, lang));
  const number = numberFor(options.number, folders, lang);
  const taken = folders.find((folder) => folder.slug === id);
  if (taken) throw new UsageError(fill(idTaken, { id, folder: taken.name }, lang));
  const title = options.title ?? titleFor(name);
  const lesson = options.lesson ?? lessonBefore(folders, root, build);
  const draft = {
    number,
    id,
    title: { es: title, en: options.titleEn },
    format: options.format,
    lesson,
    schemas: schemasOf(root),
    lang,
  };
  const files = exerciseFiles(draft);
  write(files, root, context);
  const say = screenFor(context).palette;
  printLines(context.out, [
    fill(begun, { count: files.length, folder: folderOf(draft) }, lang),
    ...files.map(({ path }) => `  ${path}`),
    '',
    sentence(fill(nextForExercise, { number }, lang), say),
  ]);
  return 0;
}

/** A title is taken as it is; an id becomes words. */
const titleFor = (name: string): string => {
  const words = isId(name) ? name.replaceAll('-', ' ') : name;
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** @throws UsageError for what is no number, or one that an exercise has */
function numberFor(asked: string | undefined, folders: readonly Folder[], lang: Context['lang']): number {
  if (asked === undefined) return Math.max(0, ...folders.map((folder) => folder.number)) + 1;
  const number = Number(asked);
  if (!/^\d{1,4}$/.test(asked) || number === 0) throw new UsageError(fill(badNumber, { asked }, lang));
  const taken = folders.find((folder) => folder.number === number);
  if (taken) throw new UsageError(fill(numberTaken, { number, folder: taken.name }, lang));
  return number;
}

function newRule(name: string, context: Context): ExitCode {
  const { root, lang } = context;
  const [area = '', rule = '', ...more] = name.split('/');
  if (!isArea(area) || !isId(rule) || more.length > 0) {
    throw new UsageError(fill(badRule, { name, areas: ruleAreas }, lang));
  }
  if (!existsSync(join(root, 'graders/rules', area))) throw new UsageError(fill(noEngine, { root }, lang));
  if (existsSync(join(root, 'graders/rules', area, rule))) throw new UsageError(fill(ruleTaken, { name }, lang));
  const files = ruleFiles(area, rule, lang);
  write(files, root, context);
  generateCatalogue(root);
  printLines(context.out, [
    fill(begunRule, { count: files.length, name }, lang),
    ...files.map(({ path }) => `  ${path}`),
    '',
    sentence(fill(nextForRule, { rule }, lang), screenFor(context).palette),
  ]);
  return 0;
}

const isArea = (word: string): word is RuleArea => (ruleAreas as readonly string[]).includes(word);

/** Nothing that is there is written over. */
function write(files: readonly Source[], root: string, { lang }: Context): void {
  const there = files.find(({ path }) => existsSync(join(root, path)));
  if (there) throw new UsageError(fill(fileThere, { path: there.path }, lang));
  writeNew(root, files);
}

const badName: Text = {
  es: '«{name}» no da un nombre de carpeta: usa letras, cifras y guiones, y empieza por una letra.',
  en: '"{name}" gives no name for a folder: use letters, digits and hyphens, and begin with a letter.',
};
const badNumber: Text = {
  es: '`{asked}` no es un número de ejercicio: va de 1 a 9999.',
  en: '`{asked}` is no number of an exercise: it goes from 1 to 9999.',
};
const numberTaken: Text = {
  es: 'El {number} ya es de `{folder}`. Sin `--number` se toma el siguiente.',
  en: '{number} is already that of `{folder}`. Without `--number` the next one is taken.',
};
const idTaken: Text = { es: 'El id `{id}` ya es de `{folder}`.', en: 'The id `{id}` is already that of `{folder}`.' };
const fileThere: Text = {
  es: '`{path}` ya existe, y no se escribe encima.',
  en: '`{path}` is there already, and is not written over.',
};
const badRule: Text = {
  es: '«{name}» no es el id de una regla: es `área/nombre`, con el área {areas} y el nombre en minúsculas y guiones.',
  en: '"{name}" is no id of a rule: it is `area/name`, with the area {areas} and the name in lower case and hyphens.',
};
const ruleTaken: Text = { es: 'La regla `{name}` ya existe.', en: 'The rule `{name}` is there already.' };
const noEngine: Text = {
  es: 'Las reglas son parte del motor, y en {root} solo hay un curso: se añaden en el repositorio de Timonel.',
  en: 'Rules are a part of the engine, and {root} only holds a course: they are added in the repository of Timonel.',
};
const begun: Text = {
  es: '`exercises/{folder}` ya se puede corregir. {count} ficheros:',
  en: '`exercises/{folder}` can be graded already. {count} files:',
};
const begunRule: Text = {
  es: 'La regla `{name}` ya existe. {count} ficheros:',
  en: 'The rule `{name}` is there. {count} files:',
};
const nextForExercise: Text = {
  es: '`npx timonel gate {number} --watch` dice en cada momento qué te queda por escribir, y `npm start` lo enseña como lo verá el alumno.',
  en: '`npx timonel gate {number} --watch` tells at each moment what is left to write, and `npm start` shows it as a student will see it.',
};
const nextForRule: Text = {
  es: '`npx timonel gate` dice qué te queda por escribir; `npx vitest run --project graders graders/rules -t {rule}` prueba sus casos.',
  en: '`npx timonel gate` tells what is left to write; `npx vitest run --project graders graders/rules -t {rule}` tries its cases.',
};
