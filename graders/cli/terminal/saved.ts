import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fill } from '../../core/messages.ts';
import { filesOf, readSavedSession, type SavedSession } from '../../core/saved-session.ts';
import { readText } from '../../course/files.ts';
import { type Lab, openLab } from '../../lab.ts';
import { savedSession } from '../../lab-session.ts';
import { type Context, UsageError } from '../io.ts';
import type { Project } from './project.ts';
import { badSession } from './sentences.ts';

/** Writes a session to a file, from which `--session` and the page of the terminal go on. */
export function saveSession(
  path: string,
  lab: Lab,
  { begun }: Project,
  exercise: string | undefined,
  context: Context,
): void {
  const saved = savedSession(lab, begun, exercise);
  writeFileSync(resolve(context.cwd, path), `${JSON.stringify(saved, null, 2)}\n`);
}

/** What a file of a session holds; undefined where there is none yet. */
export function readSession(path: string, context: Context): SavedSession | undefined {
  const file = resolve(context.cwd, path);
  if (!existsSync(file)) return undefined;
  const { text = '' } = readText(file, path);
  const saved = readSavedSession(text);
  if (!saved) throw new UsageError(fill(badSession, { path }, context.lang));
  return saved;
}

/** The project of a session that has one of its own. */
export function projectOf(saved: SavedSession): Project {
  const begun = filesOf(saved);
  return { lab: openLab(begun), begun, files: [] };
}
