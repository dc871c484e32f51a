import { fill } from '../core/messages.ts';
import { counts } from '../core/report.ts';
import type { Lang } from '../core/text.ts';
import { openExercise } from '../course/exercises.ts';
import { type Folder, matchFolder } from '../course/folders.ts';
import { type Context, UsageError } from './io.ts';
import { noExercises, unknownExercise, unknownExerciseMeant } from './sentences.ts';

/** The folders of the exercises a person named; where nobody names one, those that count. */
export function namedOrCounting(
  folders: readonly Folder[],
  wanted: readonly string[],
  context: Pick<Context, 'root' | 'build' | 'lang'>,
): readonly Folder[] {
  return wanted.length === 0 ? counting(folders, context) : chooseFolders(folders, wanted, context.lang);
}

/** What is meant where nobody names an exercise: those that count. One that cannot be read is among them, to be told. */
export function counting(
  folders: readonly Folder[],
  { root, build }: Pick<Context, 'root' | 'build'>,
): readonly Folder[] {
  return folders.filter((folder) => counts(openExercise(root, folder, build).exercise?.spec ?? {}));
}

/**
 * The folders of the exercises a person named, each once, in the order of the course.
 * @throws UsageError for one that does not exist, with the nearest one that does
 */
export function chooseFolders(folders: readonly Folder[], wanted: readonly string[], lang: Lang): readonly Folder[] {
  const chosen = new Set(wanted.map((name) => chooseFolder(folders, name, lang)));
  return folders.filter((folder) => chosen.has(folder));
}

export function chooseFolder(folders: readonly Folder[], wanted: string, lang: Lang): Folder {
  const match = matchFolder(folders, wanted);
  if ('folder' in match) return match.folder;
  const [first, last] = [folders[0]?.number, folders.at(-1)?.number];
  if (first === undefined || last === undefined) throw new UsageError(fill(noExercises, {}, lang));
  const { suggestion } = match;
  throw new UsageError(
    suggestion === undefined
      ? fill(unknownExercise, { wanted, first, last }, lang)
      : fill(unknownExerciseMeant, { wanted, suggestion }, lang),
  );
}
