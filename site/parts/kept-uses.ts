import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Course } from '../load.ts';
import type { Module } from './modules.ts';

type Uses = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What each use of the site runs, kept beside the tools of the repository for as long as the modules, the checks and the examples are the
 * same: finding it out costs more than all the rest of the site. The answers that are tried may have changed: it is a guess either way.
 * @param home absolute path of Timonel
 * @param find finds it out
 */
export function keptUses(home: string, course: Course, modules: readonly Module[], find: () => Uses): Uses {
  const file = keptFile(home);
  const key = keyOf(course, modules);
  const kept = read(file);
  if (kept?.key === key) return new Map(kept.uses.map(([name, paths]) => [name, new Set(paths)]));
  const uses = find();
  write(file, { key, uses: [...uses].map(([name, paths]) => [name, [...paths]]) });
  return uses;
}

/** Where it is kept. @param home absolute path of Timonel */
export const keptFile = (home: string): string => join(home, 'node_modules', '.cache', 'timonel', 'uses.json');

interface Kept {
  readonly key: string;
  readonly uses: readonly (readonly [name: string, paths: readonly string[]])[];
}

function keyOf({ exercises, lessons }: Course, modules: readonly Module[]): string {
  const checks = exercises.map(({ exercise: { folder, spec } }) => [folder, spec.checks]);
  const examples = lessons.map(({ front, labs }) => [front.id, labs.map(({ block }) => block)]);
  return createHash('sha256')
    .update(JSON.stringify([checks, examples, modules.map(({ path, body }) => [path, body])]))
    .digest('hex');
}

/** Undefined where there is none that can be read. */
function read(file: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept;
  } catch {
    return undefined;
  }
}

/** Whole or not at all; where nothing can be written, it is found out again the next time. */
function write(file: string, kept: Kept): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, JSON.stringify(kept));
    renameSync(draft, file);
  } catch {}
}
