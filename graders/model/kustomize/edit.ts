import { own } from '../../core/own.ts';
import { assemble, type Place } from '../../parse/yaml/located.ts';

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list; nothing when it is no list. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
export const textsOf = (value: unknown): readonly string[] =>
  list(value).filter((one): one is string => typeof one === 'string');
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A scalar as text, as a field of text takes a number; undefined for anything else. */
export const scalarText = (value: unknown): string | undefined =>
  value === undefined || value === null || typeof value === 'object' ? undefined : String(value);

/** A field with its new value, and where that was written. */
export interface Part {
  readonly key: string;
  readonly value: unknown;
  readonly from?: Place;
}

/** A map with some fields changed; `undefined` takes a field away. What is left is where it was written. */
export function withFields(base: Fields, parts: readonly Part[]): Fields {
  const changed: Record<string, unknown> = Object.assign(Object.create(null), base);
  const places = new Map<string | number, Place>();
  for (const { key, value, from } of parts) {
    if (value === undefined) delete changed[key];
    else changed[key] = value;
    if (from && value !== undefined) places.set(key, from);
  }
  return assemble(changed, base, places);
}

/** A list put together from items of several; each is where it was written. */
export function listFrom(base: unknown, items: readonly { readonly value: unknown; readonly from?: Place }[]) {
  const places = items.flatMap(({ from }, index) => (from ? [[index, from] as const] : []));
  return assemble(
    items.map(({ value }) => value),
    base,
    new Map<string | number, Place>(places),
  );
}

/** What to do with the value at the end of a path: its new value, or the one it had to leave it. */
export type Change = (value: unknown, key: string, holder: Fields) => Omit<Part, 'key'> | undefined;

/**
 * Changes what stands at the end of a path. `*` goes through every item of a list.
 * @param create whether maps on the way that are missing are made
 */
export function changeAt(root: unknown, path: readonly string[], change: Change, create = false): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return root;
  if (key === '*') {
    if (!Array.isArray(root)) return root;
    const items = root.map((item) => changeAt(item, rest, change, create));
    return items.every((item, index) => item === root[index])
      ? root
      : listFrom(
          root,
          items.map((value, index) => ({ value, from: { container: root, key: index } })),
        );
  }
  if (!isFields(root)) return root;
  const value = own(root, key) ?? undefined;
  if (rest.length === 0) {
    const part = change(value, key, root);
    return part === undefined ? root : withFields(root, [{ key, ...part }]);
  }
  if (value === undefined && !create) return root;
  const made = value ?? (rest[0] === '*' ? [] : Object.create(null));
  const inner = changeAt(made, rest, change, create);
  if (inner === value || (value === undefined && isFields(inner) && Object.keys(inner).length === 0)) return root;
  return withFields(root, [{ key, value: inner }]);
}
