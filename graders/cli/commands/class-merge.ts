import { resolve } from 'node:path';
import { BadMerge, mergeParts } from '../../classroom/store/merge.ts';
import { inside, keepAbout } from '../../classroom/store/out.ts';
import { Store } from '../../classroom/store/store.ts';
import { fill } from '../../core/messages.ts';
import type { Text } from '../../core/text.ts';
import { safe } from '../../render/terminal/safe.ts';
import { type ClassOptions, finish, folderOf, take } from '../class-finish.ts';
import { readOutputs } from '../class-outputs.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { fromCwd } from '../screen.ts';

/** Puts the parts of a class together that `--shard` graded: the bytes are those of a class graded in one piece. */
export function mergeAll(folders: readonly string[], options: ClassOptions, context: Context): ExitCode {
  const parts = folders.map((folder) => folderOf(folder, context));
  const out = resolve(context.cwd, options.out);
  const { results, about } = merged(parts, context);
  const outputs = readOutputs(options, results.exercises, context);
  const giveBack = take(out, parts, context);
  try {
    const store = new Store(inside(out));
    for (const part of parts) store.adopt(inside(part));
    for (const { exercises } of results.submissions) for (const { key } of exercises) store.use(key);
    keepAbout(out, about);
    return finish(results, { out, store, outputs, isPart: false }, options.format, context);
  } finally {
    giveBack();
  }
}

function merged(parts: readonly string[], { cwd, lang }: Context) {
  try {
    return mergeParts(parts);
  } catch (problem) {
    if (!(problem instanceof BadMerge)) throw problem;
    const shown = (path: string) => safe(fromCwd(cwd, path));
    const detail = problem.why === 'unlike' ? shown(problem.detail) : safe(problem.detail);
    throw new UsageError(fill(badMerge[problem.why], { folder: shown(problem.folder), detail }, lang));
  }
}

const badMerge: Readonly<Record<BadMerge['why'], Text>> = {
  none: {
    es: 'En `{folder}` no hay resultados de `timonel class`.',
    en: 'There are no results of `timonel class` in `{folder}`.',
  },
  whole: {
    es: '`{folder}` es una clase entera, no una parte de `--shard`.',
    en: '`{folder}` is a whole class and no part of `--shard`.',
  },
  unlike: {
    es: '`{folder}` no se puede juntar con `{detail}`: se corrigió con otro curso, otra versión de Timonel u otras opciones.',
    en: '`{folder}` does not go with `{detail}`: it was graded with another course, another version of Timonel or other options.',
  },
  twice: {
    es: 'La parte o la entrega `{detail}` está dos veces. {folder}',
    en: 'The part or the submission `{detail}` is there twice. {folder}',
  },
  missing: {
    es: 'Faltan partes de la clase: {detail}.',
    en: 'Parts of the class are missing: {detail}.',
  },
  broken: {
    es: 'La parte de `{folder}` no se terminó de corregir. Repite ahí el mismo comando, que sigue donde se dejó.',
    en: 'The part in `{folder}` was not graded to its end. Repeat the same command there: it goes on where it was.',
  },
};
