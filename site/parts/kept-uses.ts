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
  if (kept) return unpacked(kept);
  const found = find();
  writeKept(file, key, packed(found));
  return found;
}

interface Kept extends Pick<Uses, 'happened'> {
  readonly modules: readonly (readonly [use: string, paths: readonly string[]])[];
  /** Uses by their places in `modules`. */
  readonly functions: readonly (readonly [path: string, names: Readonly<Record<string, readonly number[]>>])[];
}

function packed({ modules, functions, happened }: Uses): Kept {
  const numbers = new Map([...modules.keys()].map((use, index) => [use, index]));
  return {
    modules: [...modules].map(([use, paths]) => [use, [...paths]]),
    functions: [...functions].map(([path, names]) => [
      path,
      Object.fromEntries([...names].map(([name, uses]) => [name, uses.flatMap((use) => numbers.get(use) ?? [])])),
    ]),
    happened,
  };
}

function unpacked({ modules, functions, happened }: Kept): Uses {
  const named = (uses: readonly number[]) => uses.flatMap((use) => modules[use]?.[0] ?? []);
  return {
    modules: new Map(modules.map(([use, paths]) => [use, new Set(paths)])),
    functions: new Map(
      functions.map(([path, names]) => [
        path,
        new Map(Object.entries(names).map(([name, uses]) => [name, named(uses)])),
      ]),
    ),
    happened,
  };
}

/** What tells one course from another, for whoever uses the graders. */
export function keyOfUses({ exercises, lessons }: Course): string {
  const checks = exercises.map((written) => [written.exercise.folder, fingerprint(written)]);
  const examples = lessons.map(({ front, labs }) => [front.id, labs.map(({ block }) => block)]);
  return hashOf([checks, examples]);
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
