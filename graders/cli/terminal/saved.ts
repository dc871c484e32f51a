import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fill } from '../../core/messages.ts';
import { readText } from '../../course/files.ts';
import { enter, type Lab, openLab } from '../../lab.ts';
import { type Context, UsageError } from '../io.ts';
import type { Project, ProjectFile } from './project.ts';
import { badSession } from './sentences.ts';

/** A session as a file: what it began with and what was typed. The same file always gives the same session. */
interface Saved {
  readonly timonel: 'lab';
  readonly version: 1;
  readonly exercise?: string;
  readonly files: Readonly<Record<string, string>>;
  readonly commands: readonly string[];
}

export function saveSession(
  path: string,
  lab: Lab,
  { files }: Project,
  exercise: string | undefined,
  context: Context,
): void {
  const saved: Saved = {
    timonel: 'lab',
    version: 1,
    ...(exercise !== undefined && { exercise }),
    files: Object.fromEntries(files.map((file) => [file.path, file.text])),
    commands: lab.typed.map(({ line }) => line),
  };
  writeFileSync(resolve(context.cwd, path), `${JSON.stringify(saved, null, 2)}\n`);
}

/** What a file of a session holds; undefined where there is none yet. */
export function readSession(path: string, context: Context): Saved | undefined {
  const file = resolve(context.cwd, path);
  if (!existsSync(file)) return undefined;
  const { text = '' } = readText(file, path);
  try {
    const saved = JSON.parse(text) as Partial<Saved>;
    const isOurs = saved.timonel === 'lab' && saved.version === 1 && Array.isArray(saved.commands);
    if (isOurs) return { ...(saved as Saved), commands: saved.commands?.map(String) ?? [] };
  } catch {
    // Told below.
  }
  throw new UsageError(fill(badSession, { path }, context.lang));
}

/** Types again what was typed. @param begin a desk like the one it began with */
export function replay(begin: Lab, commands: readonly string[], context: Context): Lab {
  return commands.reduce((lab, line) => enter(lab, line, context.lang).lab, begin);
}

/** The project of a session that has one of its own. */
export function projectOf({ files }: Saved): Project {
  const sources = Object.entries(files).map(([path, text]): ProjectFile => ({ path, text: String(text), file: '' }));
  return { lab: openLab(sources), files: [] };
}
