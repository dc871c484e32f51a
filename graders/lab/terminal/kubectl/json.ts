import { fieldsOf } from '../../../core/fields.ts';
import { own } from '../../../core/own.ts';

export { at, fieldsOf, isFields, itemsOf, numberAt, textAt } from '../../../core/fields.ts';

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A map of texts in the order of its keys: labels, annotations. */
export function pairsOf(value: unknown): readonly (readonly [string, string])[] {
  return Object.entries(fieldsOf(value))
    .map(([key, one]) => [key, String(one)] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** `a=b,c=d`, `<none>` for nothing. */
export function labelsText(value: unknown, separator = ','): string {
  const pairs = pairsOf(value);
  return pairs.length === 0 ? '<none>' : pairs.map(([key, one]) => `${key}=${one}`).join(separator);
}

/** A copy of plain data with the value at the end of a path changed; maps on the way are made, `undefined` takes it away. */
export function withAt(root: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(root) && typeof key === 'number')
    return root.map((one, index) => (index === key ? withAt(one, rest, value) : one));
  const base = fieldsOf(root);
  const inner = withAt(own(base, key), rest, value);
  const others = Object.entries(base).filter(([name]) => name !== String(key));
  if (inner === undefined) return Object.fromEntries(others);
  return own(base, key) === undefined
    ? Object.fromEntries([...others, [key, inner]])
    : Object.fromEntries(Object.entries(base).map(([name, one]) => [name, name === String(key) ? inner : one]));
}
