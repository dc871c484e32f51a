/**
 * What a table holds under a name that may come from a file. Indexing an object by such a name finds `constructor` and the
 * rest of `Object.prototype` as well, which no table means; `graders/authoring/tables.deep.test.ts` therefore lets nobody do it.
 * @returns undefined where the table is none, or does not hold the name itself
 */
export function own<T>(table: { readonly [name: string]: T } | null | undefined, name: string | number): T | undefined {
  return table !== null && table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Whether a table itself holds a name, which is one of its keys from then on. */
export function has<T extends object>(table: T, name: PropertyKey): name is keyof T {
  return Object.hasOwn(table, name);
}
