import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Draft, exerciseFiles, folderOf, isId } from '../../authoring/scaffold/exercise.ts';
import { lessonBefore, schemasOf } from '../../authoring/scaffold/surroundings.ts';
import { todo } from '../../authoring/scaffold/todo.ts';
import { type OutlineItem, outlineOf } from '../../classroom/notebook/outline.ts';
import { fill } from '../../core/messages.ts';
import type { Text } from '../../core/text.ts';
import { type Folder, listFolders } from '../../course/folders.ts';
import { slug } from '../../course/lessons/heading.ts';
import { safe } from '../../render/terminal/safe.ts';
import { padEnd, widthOf } from '../../render/terminal/width.ts';
import { sentence } from '../../render/terminal/wrap.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { writeNew } from '../new-files.ts';
import { readNamed } from '../notebooks.ts';
import { printLines } from '../print.ts';
import { fromCwd, screenFor } from '../screen.ts';

export interface ScaffoldOptions {
  readonly dryRun?: boolean;
  /** Id of the lesson that prepares for all of them. */
  readonly lesson?: string;
}

/** Begins an exercise for each item of a numbered list, with its text as the statement. */
export async function scaffoldCommand(
  path: string,
  { dryRun = false, lesson }: ScaffoldOptions,
  context: Context,
): Promise<ExitCode> {
  const { root, build, cwd, lang } = context;
  const file = fromCwd(cwd, resolve(cwd, path));
  const items = outlineOf(readNamed(path, context), path);
  if ('problem' in items) throw new UsageError(`\`${file}\`: ${items.problem[lang]}`);
  if (items.length === 0) throw new UsageError(fill(words.none, { file }, lang));
  const folders = listFolders(root);
  const drafts = draftsOf(items, folders, lesson ?? lessonBefore(folders, root, build), lang);
  const taken = (draft: Draft) =>
    folders.some(({ slug }) => slug === draft.id) || existsSync(join(root, 'exercises', folderOf(draft)));
  const there = new Set(drafts.filter(taken));
  const fresh = drafts.filter((draft) => !there.has(draft));
  const schemas = schemasOf(root);
  if (!dryRun) for (const draft of fresh) writeNew(root, exerciseFiles({ ...draft, schemas }));
  const { palette } = screenFor(context);
  const width = Math.max(...drafts.map((draft) => widthOf(folderOf(draft))));
  const rows = drafts.map((draft, index) => {
    const mark = there.has(draft) ? palette.faint('=') : palette.good('+');
    const aside = there.has(draft) ? words.there[lang] : draft.format;
    return `${mark} ${padEnd(folderOf(draft), width)}  ${palette.faint(padEnd(aside, 10))}  ${safe(items[index]?.title ?? '')}`;
  });
  const [first] = fresh;
  const next = first
    ? [fill(dryRun ? words.dry : words.next, { number: first.number, count: fresh.length }, lang)]
    : [];
  printLines(context.out, [
    ...rows,
    '',
    ...(next.length > 0 ? next : [words.nothing[lang]]).map((text) => sentence(text, palette)),
  ]);
  return 0;
}

/** The numbers of the list where all of them are free; otherwise, those after the last one of the course. */
function draftsOf(
  items: readonly OutlineItem[],
  folders: readonly Folder[],
  lesson: string,
  lang: Context['lang'],
): readonly Draft[] {
  const ids = new Set<string>();
  const named = items.map((item) => ({ item, id: idFor(item, ids) }));
  const known = new Map(folders.map((folder) => [folder.slug, folder.number]));
  const fresh = named.filter(({ id }) => !known.has(id));
  const numbers = fresh.map(({ item }) => item.number);
  const used = new Set(folders.map(({ number }) => number));
  const keeps = new Set(numbers).size === numbers.length && numbers.every((number) => number > 0 && !used.has(number));
  let next = Math.max(0, ...used) + 1;
  return named.map(({ item, id }) => ({
    number: known.get(id) ?? (keeps ? item.number : next++),
    id,
    // A sentence that was cut is no title yet.
    title: { es: item.title.endsWith('…') ? todo(titleTodo(item.title), lang) : item.title },
    format: item.format,
    lesson,
    statement: item.statement,
    lang,
  }));
}

/** A few words of the title; a second exercise of the same words gets a number. */
function idFor({ words: all, number }: OutlineItem, ids: Set<string>): string {
  const plain = slug(all.join('-'));
  const base = isId(plain) ? plain : `ejercicio-${plain === '' ? number : plain}`;
  let id = base;
  for (let count = 2; ids.has(id); count++) id = `${base}-${count}`;
  ids.add(id);
  return id;
}

const titleTodo = (title: string): Text => ({ es: `un título corto: ${title}`, en: `a short title: ${title}` });

const words = {
  none: {
    es: 'En `{file}` no hay ninguna lista numerada de ejercicios: se busca `1.`, `2.`, … al principio de la línea, o títulos como `### Ejercicio 1`.',
    en: 'There is no numbered list of exercises in `{file}`: `1.`, `2.`, … at the start of a line are looked for, or headings like `### Exercise 1`.',
  },
  there: { es: 'ya está', en: 'is there' },
  next: {
    es: '{count} {count:ejercicio empezado|ejercicios empezados}, con su enunciado. El formato y las comprobaciones son un punto de partida: `npx timonel gate {number}` dice, línea a línea, qué falta por escribir.',
    en: '{count} {count:exercise|exercises} begun, with {count:its statement|their statements}. The format and the checks are somewhere to start: `npx timonel gate {number}` tells, line by line, what is left to write.',
  },
  dry: {
    es: '{count} {count:ejercicio se empezaría|ejercicios se empezarían}. No se ha escrito nada: era un ensayo (`--dry-run`).',
    en: '{count} {count:exercise|exercises} would be begun. Nothing was written: it was a rehearsal (`--dry-run`).',
  },
  nothing: { es: 'Ya estaban todos: no se ha escrito nada.', en: 'All of them are there: nothing was written.' },
} satisfies Record<string, Text>;
