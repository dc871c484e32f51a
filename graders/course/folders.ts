import { readdirSync } from 'node:fs';
import { nearest } from '../core/nearest.ts';
import { exercisesIn } from './paths.ts';

/** `13-despliegue-canario`: the number orders, the slug is the exercise's id. */
const shape = /^(\d+)-(.+)$/;

export interface Folder {
  readonly name: string;
  readonly number: number;
  readonly slug: string;
}

/** The exercise folders of a course, in order. A course without any gives none. */
export function listFolders(root: string): readonly Folder[] {
  let names: readonly string[];
  try {
    names = readdirSync(exercisesIn(root), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
  return names
    .flatMap((name): Folder[] => {
      const [, number, slug] = shape.exec(name) ?? [];
      return number && slug ? [{ name, number: Number(number), slug }] : [];
    })
    .sort((a, b) => a.number - b.number || a.name.localeCompare(b.name));
}

/** What a person may write for an exercise, and what was meant by something that is none. */
export type Match = { readonly folder: Folder } | { readonly suggestion: string | undefined };

/**
 * Finds the exercise a person names: by number (`13`, `013`), id (`despliegue-canario`), folder name, or any path inside
 * the folder, as the shell completes it.
 */
export function matchFolder(folders: readonly Folder[], wanted: string): Match {
  const parts = wanted.split(/[\\/]/).filter((part) => part !== '');
  const isNamed = ({ name, number, slug }: Folder): boolean =>
    parts.includes(name) || wanted === slug || (/^\d+$/.test(wanted) && Number(wanted) === number);
  const folder = folders.find(isNamed);
  if (folder) return { folder };
  const names = folders.flatMap(({ name, slug }) => [slug, name]);
  return { suggestion: nearest(wanted, names) };
}
