/**
 * A function that works out its result once for each object and keeps it as long as the object lives. It is the only state
 * that outlives a call, and nobody can tell but by the clock.
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
