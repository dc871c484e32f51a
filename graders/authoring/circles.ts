import type { Import } from './imports.ts';

/**
 * The files that lead back to themselves, by groups in which each file reaches every other one, in order of name.
 * Types count: two files that need each other's types are one thing in two places.
 */
export function circlesIn(imports: readonly Import[]): readonly (readonly string[])[] {
  const next = new Map<string, string[]>();
  for (const { from, to, own } of imports) if (own) next.set(from, [...(next.get(from) ?? []), to]);
  return groupsOf(next)
    .filter(([first = '', ...others]) => others.length > 0 || next.get(first)?.includes(first))
    .map((group) => group.sort())
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

/** The files by groups in which each reaches every other one, most of them alone: Tarjan's way, which looks at each import once. */
function groupsOf(next: ReadonlyMap<string, readonly string[]>): string[][] {
  const groups: string[][] = [];
  const numbers = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  /** @returns the lowest number that the file leads back to */
  const visit = (file: string): number => {
    const own = numbers.size;
    let lowest = own;
    numbers.set(file, own);
    open.push(file);
    isOpen.add(file);
    for (const to of next.get(file) ?? []) {
      const known = numbers.get(to);
      if (known === undefined) lowest = Math.min(lowest, visit(to));
      else if (isOpen.has(to)) lowest = Math.min(lowest, known);
    }
    if (lowest === own) {
      const group = open.splice(open.indexOf(file));
      for (const one of group) isOpen.delete(one);
      groups.push(group);
    }
    return lowest;
  };
  for (const file of next.keys()) if (!numbers.has(file)) visit(file);
  return groups;
}
