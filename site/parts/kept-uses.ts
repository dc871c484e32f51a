import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { keptFolder, readKept, writeKept } from '../kept-file.ts';
import type { Course } from '../load.ts';
import { fingerprint } from '../scripts.ts';
import type { Module } from './modules.ts';
import type { Uses } from './uses.ts';

/**
 * What each use of the site runs, kept beside the tools of the repository for as long as the modules, the exercises and the examples
 * are the same: finding it out costs more than all the rest of the site. The answers that are tried may have changed: it is a guess either way.
 * @param home absolute path of Timonel
 * @param find finds it out
 */
export function keptUses(home: string, course: Course, modules: readonly Module[], find: () => Uses): Uses {
  const file = join(keptFolder(home), 'uses.json');
  const key = `${keyOfUses(course)} ${hashOf(modules.map(({ path, body }) => [path, body]))}`;
  const kept = readKept<Kept>(file, key);
  if (kept)
    return { modules: new Map(kept.modules.map(([name, paths]) => [name, new Set(paths)])), happened: kept.happened };
  const { modules: found, happened } = find();
  writeKept(file, key, { modules: [...found].map(([name, paths]) => [name, [...paths]]), happened });
  return { modules: found, happened };
}

interface Kept extends Pick<Uses, 'happened'> {
  readonly modules: readonly (readonly [name: string, paths: readonly string[]])[];
}

/** What tells one course from another, for whoever uses the graders. */
export function keyOfUses({ exercises, lessons }: Course): string {
  const checks = exercises.map((written) => [written.exercise.folder, fingerprint(written)]);
  const examples = lessons.map(({ front, labs }) => [front.id, labs.map(({ block }) => block)]);
  return hashOf([checks, examples]);
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
