import { isAlias, isScalar, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { memo } from '../../core/memo.ts';
import { own } from '../../core/own.ts';
import type { Source } from '../../core/source.ts';
import type { Span } from '../../core/span.ts';

/**
 * Plain data that remembers where it was written. Objects and arrays read from YAML carry their node under a hidden
 * symbol, so the rest of Timonel works on ordinary typed data and asks for a place only when it has something to say.
 */
const origin: unique symbol = Symbol('where this value was written');

interface Origin {
  readonly source: Source;
  readonly node: YAMLMap | YAMLSeq;
  readonly resolve: (node: unknown) => unknown;
  /** Keys of the value that were written under another name. */
  readonly written?: ReadonlyMap<string, string>;
  /** Parts that were written elsewhere, in a value that was put together from several. */
  readonly parts?: ReadonlyMap<string | number, Place>;
}

/** Where a part of a value was written: under a key of a value that came from a file. */
export interface Place {
  readonly container: unknown;
  readonly key: string | number;
}

/** Marks a value with the node it came from; only the YAML reader calls this. */
export function locate<T extends object>(value: T, from: Origin): T {
  Object.defineProperty(value, origin, { value: from });
  return value;
}

/**
 * Lets a changed copy of a value stand where the original was written.
 * @param written keys of the copy that the original has under another name
 */
export function relocate<T extends object>(copy: T, original: object, written?: ReadonlyMap<string, string>): T {
  const from = originOf(original);
  return from ? locate(copy, written ? { ...from, written } : from) : copy;
}

/**
 * Marks a value that was put together: what no part says otherwise was written where it was in the value it is made from.
 * @param parts by key; of a value that is made from none, the first of them says where the whole was written
 */
export function assemble<T extends object>(value: T, base: unknown, parts: ReadonlyMap<string | number, Place>): T {
  const [first] = parts.values();
  const from = originOf(base) ?? originOf(first?.container);
  return from ? locate(value, { ...from, parts: new Map([...(from.parts ?? []), ...parts]) }) : value;
}

/**
 * Where a value was written.
 * @param container an object or array that came from YAML
 * @param key when given, the place of the value under that key (or of the key, if it has no value)
 * @returns undefined for data that did not come from a file (a default, a literal in code) or for an absent key
 */
export function spanOf(container: unknown, key?: string | number): Span | undefined {
  const from = originOf(container);
  if (!from) return undefined;
  if (key === undefined) return nodeSpan(from, from.node);
  const part = from.parts?.get(key);
  if (part) return spanOf(part.container, part.key);
  const pair = pairOf(from, key);
  if (!pair) return undefined;
  return nodeSpan(from, pair.value) ?? nodeSpan(from, pair.key);
}

/** Where a key itself was written: the underline for «this field does not exist». */
export function keySpanOf(container: unknown, key: string): Span | undefined {
  const from = originOf(container);
  const part = from?.parts?.get(key);
  if (part) return keySpanOf(part.container, String(part.key));
  const pair = from && pairOf(from, key);
  return pair && nodeSpan(from, pair.key);
}

/** Where a `key: value` pair was written, from the first letter of the key to the end of the value. */
export function entrySpanOf(container: unknown, key: string): Span | undefined {
  const at = keySpanOf(container, key);
  const value = spanOf(container, key);
  return at && value && value.to > at.from ? { ...at, to: value.to } : at;
}

/**
 * A scalar as its author wrote it: `yes` for true, `0644` for 420.
 * @returns undefined for blocks, lists and data that did not come from a file
 */
export function writtenAs(container: unknown, key: string | number): string | undefined {
  const from = originOf(container);
  const part = from?.parts?.get(key);
  if (part) return writtenAs(part.container, part.key);
  const value = from?.resolve(pairOf(from, key)?.value);
  return isScalar(value) ? value.source : undefined;
}

/**
 * Follows a path of keys as far as it exists.
 * @returns the place of the value at the end of the path, or of the nearest ancestor that was written
 */
export function spanAt(root: unknown, path: readonly (string | number)[]): Span | undefined {
  let nearest = spanOf(root);
  let value = root;
  for (const key of path) {
    const at = spanOf(value, key);
    if (!at) break;
    nearest = at;
    value = own(value as Record<string | number, unknown>, key);
  }
  return nearest;
}

function originOf(value: unknown): Origin | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as { [origin]?: Origin })[origin];
}

function pairOf({ node, resolve, written }: Origin, asked: string | number) {
  const { items } = node;
  if (typeof asked === 'number') return asked < items.length ? { key: undefined, value: items[asked] } : undefined;
  const key = written?.get(asked) ?? asked;
  const found =
    (items.length > manyPairs && pairsByName(node).get(key)) || items.map(pairIn).find(isNamed(resolve, key));
  if (found) return found;
  return mergedPair(items, resolve, key);
}

interface Pair {
  readonly key: unknown;
  readonly value: unknown;
}

const pairIn = (item: unknown): Pair => item as Pair;

const isNamed =
  (resolve: Origin['resolve'], key: string) =>
  (pair: Pair): boolean => {
    const name = resolve(pair.key);
    return isScalar(name) && String(name.value) === key;
  };

/** A block of more is looked through once, and not again for each of its keys. */
const manyPairs = 32;

/** The pairs of a block by their names, the first of each. */
const pairsByName = memo((node: Origin['node']): ReadonlyMap<string, Pair> => {
  const pairs = new Map<string, Pair>();
  for (const pair of node.items.map(pairIn)) {
    if (isScalar(pair.key) && !pairs.has(String(pair.key.value))) pairs.set(String(pair.key.value), pair);
  }
  return pairs;
});

/** A key that came in through `<<: *anchor` is found where the anchor wrote it. */
function mergedPair(items: readonly unknown[], resolve: Origin['resolve'], key: string) {
  for (const item of items) {
    const pair = item as { key: unknown; value: unknown };
    if (!isScalar(pair.key) || pair.key.value !== '<<' || pair.key.type !== 'PLAIN') continue;
    const merged = resolve(pair.value) as YAMLMap | YAMLSeq | undefined;
    for (const source of merged && 'items' in merged ? [merged, ...merged.items.map(resolve)] : []) {
      for (const inner of (source as YAMLMap).items ?? []) {
        if (isScalar(inner?.key) && String(inner.key.value) === key) return inner;
      }
    }
  }
  return undefined;
}

function nodeSpan({ source }: Origin, node: unknown): Span | undefined {
  const range = (node as Node | null | undefined)?.range;
  if (!range) return undefined;
  return isAlias(node) || range[1] > range[0] ? textSpan(source, range[0], range[1]) : undefined;
}

/** A piece of a source without the blank space at its end: the reader counts the line break after a block as part of it. */
export function textSpan({ path, text }: Source, from: number, to: number): Span {
  let end = to;
  while (end > from && /\s/.test(text.charAt(end - 1))) end--;
  return { path, from, to: end };
}
