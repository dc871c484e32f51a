import { Recent } from './recent.ts';

/**
 * A function that works out its result once for each object and keeps it as long as the object lives. What this file keeps
 * is the only state that outlives a call, and nobody can tell but by the clock.
 * @param compute depends on nothing but the object, which does not change
 */
export function memo<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const kept = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    let known = kept.get(key);
    if (!known) {
      known = { value: compute(key) };
      kept.set(key, known);
    }
    return known.value;
  };
}

/**
 * A function of an object and of something else that changes from call to call: of each object the last result is kept.
 * @param isSame whether what was kept holds for what is asked now
 * @param compute depends on nothing but the object and what is asked, neither of which changes
 */
export function lastMemo<Key extends object, Asked, Value>(
  isSame: (kept: Asked, asked: Asked) => boolean,
  compute: (key: Key, asked: Asked) => Value,
): (key: Key, asked: Asked) => Value {
  const kept = new WeakMap<Key, { readonly asked: Asked; readonly value: Value }>();
  return (key, asked) => {
    const known = kept.get(key);
    if (known && isSame(known.asked, asked)) return known.value;
    const value = compute(key, asked);
    kept.set(key, { asked, value });
    return value;
  };
}

/** Whether two lists have the same items, each the very same. */
export const areSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index]);

/** What one object was asked for lately. */
const mostAsked = 12;

interface Kept<Asked, Value> {
  readonly asked: Asked;
  readonly value: Value;
  /** What is kept of the same object. */
  readonly beside: Set<Kept<Asked, Value>>;
}

/**
 * A function of an object and of something else, whose results are objects that may be asked again: what came of a value, and what
 * came of that. The last results of each object are kept, as long as they are among the last of all: what is kept is bounded
 * whatever is asked, and however far one leads to the next. No weak reference does that: what one points at lives until the
 * job ends in which it was looked at, and a job may be a whole class.
 * @param room sizes of the results that are kept
 * @param sizeOf a result
 * @param isSame whether what was kept holds for what is asked now
 * @param compute depends on nothing but the object and what is asked, neither of which changes
 */
export function recentMemo<Key extends object, Asked, Value extends object>(
  room: number,
  sizeOf: (value: Value) => number,
  isSame: (kept: Asked, asked: Asked) => boolean,
  compute: (key: Key, asked: Asked) => Value,
): (key: Key, asked: Asked) => Value {
  const known = new WeakMap<Key, Set<Kept<Asked, Value>>>();
  const held = new Set<Kept<Asked, Value>>();
  let size = 0;
  const forget = (one: Kept<Asked, Value>): void => {
    held.delete(one);
    one.beside.delete(one);
    size -= sizeOf(one.value);
  };
  return (key, asked) => {
    const beside = known.get(key) ?? new Set();
    known.set(key, beside);
    for (const one of beside) {
      if (!isSame(one.asked, asked)) continue;
      held.delete(one);
      held.add(one);
      return one.value;
    }
    const value = compute(key, asked);
    const one = { asked, value, beside };
    beside.add(one);
    held.add(one);
    size += sizeOf(value);
    const [longestAgo] = beside;
    if (longestAgo && beside.size > mostAsked) forget(longestAgo);
    for (const oldest of held) {
      if (size <= room) break;
      forget(oldest);
    }
    return value;
  };
}

/**
 * A function that works out its result once for each of the texts it was asked about lately.
 * @param most how many results it keeps at least; it never keeps more than twice as many
 * @param compute depends on nothing but the text
 * @param longest longer texts are not remembered: what they would take is not bounded by how many they are
 */
export function remembered<Value>(
  most: number,
  compute: (text: string) => Value,
  longest = 200,
): (text: string) => Value {
  const kept = new Recent<{ readonly value: Value }>(most);
  return (text) => (text.length > longest ? compute(text) : kept.of(text, () => ({ value: compute(text) })).value);
}
