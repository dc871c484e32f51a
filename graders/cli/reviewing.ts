import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Decision } from '../checks/observed.ts';
import { fill } from '../core/messages.ts';
import type { Text } from '../core/text.ts';
import {
  addDecisions,
  BadDecisions,
  courseDecisionFile,
  type DecisionFile,
  NotWritten,
  readDecisions,
} from '../course/decisions.ts';
import { NotRegular } from '../course/regular.ts';
import { safe } from '../render/terminal/safe.ts';
import { sayFinding } from '../render/words.ts';
import { type Context, UsageError } from './io.ts';
import { fromCwd } from './screen.ts';

/**
 * Where the decisions about a submission are kept: beside its folder and not in it, because what is in it was handed in by
 * the student. Those about the course's own answers are among the notes of the person.
 * @param dir the folder of the submission, as it was given
 */
export function decisionFile(dir: string | undefined, { root, cwd }: Context): string {
  return dir === undefined ? courseDecisionFile(root) : `${resolve(cwd, dir)}.revision.yaml`;
}

/** @throws UsageError that says what is wrong with the file, and where */
export function decisionsFor(file: string, context: Context): DecisionFile {
  try {
    return readDecisions(file);
  } catch (problem) {
    throw new UsageError(sayProblem(problem, file, context));
  }
}

/** @throws UsageError where the file cannot be written, or is not as it was read */
export function keepDecisions(before: DecisionFile, added: readonly Decision[], context: Context): void {
  try {
    mkdirSync(dirname(before.file), { recursive: true });
    addDecisions(before, added);
  } catch (problem) {
    throw new UsageError(sayProblem(problem, before.file, context));
  }
}

function sayProblem(problem: unknown, path: string, context: Context): string {
  const { lang } = context;
  const file = safe(fromCwd(context.cwd, path));
  if (problem instanceof BadDecisions) {
    const { line, column, why } = problem;
    const words = 'message' in why ? sayFinding(why, lang) : fill(why.text, why.data, lang);
    return `\`${file}:${line}:${column}\` ${words}`;
  }
  if (problem instanceof NotWritten) return fill(changedMeanwhile, { file }, lang);
  if (problem instanceof NotRegular) return fill(noFile, { file }, lang);
  const { code } = problem as NodeJS.ErrnoException;
  if (code === undefined) throw problem;
  return fill(code === 'EEXIST' ? changedMeanwhile : cannotUse, { file, code }, lang);
}

const changedMeanwhile: Text = {
  es: '`{file}` no está como se leyó, y no se ha cambiado nada. Vuelve a empezar la revisión.',
  en: '`{file}` is not as it was read, and nothing was changed. Start the review again.',
};
const noFile: Text = { es: '`{file}` no es un fichero.', en: '`{file}` is no file.' };
const cannotUse: Text = { es: 'No se puede usar `{file}` (`{code}`).', en: '`{file}` cannot be used (`{code}`).' };
