import { code } from '../../core/code.ts';
import type { Json } from '../../core/json.ts';
import type { Resource } from '../../model/manifests/manifests.ts';

interface Owned {
  readonly owner: Resource;
}

/** What several workloads of a file lack alike, said once: at the first, with the names of all. */
export interface InFile<T extends Owned> {
  readonly first: T;
  readonly all: readonly T[];
  /** Names of the workloads, as code: a few, and how many more there are. */
  readonly names: Json;
}

const mostNames = 5;

/** @param found in file order */
export function perFile<T extends Owned>(found: readonly T[]): readonly InFile<T>[] {
  const groups = new Map<string, T[]>();
  for (const one of found) {
    const { path } = one.owner.at;
    const group = groups.get(path);
    if (group) group.push(one);
    else groups.set(path, [one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ first, all: group, names: fewOf([...new Set(group.map(({ owner }) => code(owner.name)))]) }] : [];
  });
}

function fewOf(names: readonly string[]): Json {
  const left = names.length - mostNames;
  return left > 1 ? [...names.slice(0, mostNames), { es: `${left} más`, en: `${left} more` }] : names;
}
