import { code } from '../../core/code.ts';
import type { Resource } from '../../model/manifests/manifests.ts';

interface Owned {
  readonly owner: Resource;
}

/** What several workloads of a file lack alike, said once: at the first, with the names of all. */
export interface InFile<T extends Owned> {
  readonly first: T;
  readonly all: readonly T[];
  /** Names of the workloads, as code. */
  readonly names: readonly string[];
}

/** @param found in file order */
export function perFile<T extends Owned>(found: readonly T[]): readonly InFile<T>[] {
  const groups = new Map<string, T[]>();
  for (const one of found) groups.set(one.owner.at.path, [...(groups.get(one.owner.at.path) ?? []), one]);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const names = [...new Set(group.map(({ owner }) => code(owner.name)))];
    return first ? [{ first, all: group, names }] : [];
  });
}
