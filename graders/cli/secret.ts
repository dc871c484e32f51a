import { resolve } from 'node:path';
import { fill } from '../core/messages.ts';
import type { Text } from '../core/text.ts';
import { readRegular } from '../course/regular.ts';
import { safe } from '../render/terminal/safe.ts';
import { type Context, UsageError } from './io.ts';

/** Shorter ones can be guessed by trying. */
const least = 16;
const most = 4096;

/** The secret of a course, from a file of its instructor: its text without the blanks around it. */
export function secretIn(file: string, { cwd, lang }: Context): string {
  const data = { file: safe(file), least };
  const text = read(resolve(cwd, file));
  if (text === undefined) throw new UsageError(fill(unreadable, data, lang));
  const secret = text.trim();
  if (secret.length < least) throw new UsageError(fill(short, data, lang));
  return secret;
}

function read(path: string): string | undefined {
  try {
    return readRegular(path, { most }).toString('utf8');
  } catch {
    return undefined;
  }
}

const unreadable: Text = {
  es: 'No se puede leer el secreto del curso en `{file}`.',
  en: 'The secret of the course cannot be read from `{file}`.',
};
const short: Text = {
  es: 'El secreto de `{file}` es demasiado corto: hacen falta {least} caracteres. Por ejemplo, `openssl rand -hex 32 > {file}`.',
  en: 'The secret in `{file}` is too short: it takes {least} characters. For example, `openssl rand -hex 32 > {file}`.',
};
