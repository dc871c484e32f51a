import type { Import } from './imports.ts';

/**
 * The files that lead back to themselves, by groups in which each file reaches every other one, in order of name.
 * Types count: two files that need each other's types are one thing in two places.
 */
export function circlesIn(imports: readonly Import[]): readonly (readonly string[])[] {
  const next = new Map<string, string[]>();
  for (const { from, to, own } of imports) if (own) next.set(from, [...(next.get(from) ?? []), to]);
  const files = [...next.keys()].sort();
  const reached = new Map(files.map((file) => [file, reachedFrom(file, next)]));
  const grouped = new Set<string>();
  return files.flatMap((file) => {
    if (grouped.has(file) || !reached.get(file)?.has(file)) return [];
    const group = files.filter((other) => reached.get(file)?.has(other) && reached.get(other)?.has(file));
    for (const other of group) grouped.add(other);
    return [group];
  });
}

/** Everything a file imports, itself only when something leads back to it. */
function reachedFrom(file: string, next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>();
  const left = [...(next.get(file) ?? [])];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if (reached.has(one)) continue;
    reached.add(one);
    left.push(...(next.get(one) ?? []));
  }
  return reached;
}
