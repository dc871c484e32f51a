/** What a computation read of its input: a value, and of an object it looked into, what it read there. */
interface Read {
  readonly value: unknown;
  readonly inside: Map<PropertyKey, Read>;
  /** The keys it was asked for, where somebody listed them. */
  keys?: readonly PropertyKey[];
  /** An object that was given away as it is: only the very same one is as it was. */
  readonly whole?: boolean;
}

interface Kept {
  readonly read: Read;
  readonly result: unknown;
}

interface KeptOfText {
  readonly text: string;
  readonly result: unknown;
}

/**
 * Results of pure functions of plain data, kept by what each one read of it. When all of that is as it was, the result is too, and
 * whatever else of the input changed does not matter. Nobody says what a page depends on, so nobody can forget it.
 */
export class Memory {
  private readonly kept = new Map<string, Kept>();
  private readonly ofTexts = new Map<string, KeptOfText>();

  /**
   * @param key names the computation among all others
   * @param input plain objects, lists and scalars, which nobody changes
   * @param make must read nothing else that can change, and give nothing of the input away: only what it made of it
   */
  of<I extends object, T>(key: string, input: I, make: (input: I) => T): T {
    const before = this.kept.get(key);
    if (before && isAsRead(before.read, input)) return before.result as T;
    const read: Read = { value: input, inside: new Map() };
    const result = make(watched(input, read, new WeakMap()) as I);
    this.kept.set(key, { read, result });
    return result;
  }

  /** The same for what is made of one text and of nothing else. */
  ofText<T>(key: string, text: string, make: () => T): T {
    const before = this.ofTexts.get(key);
    if (before?.text === text) return before.result as T;
    const result = make();
    this.ofTexts.set(key, { text, result });
    return result;
  }
}

function isAsRead({ value, inside, keys, whole }: Read, now: unknown): boolean {
  if (Object.is(value, now)) return true;
  if (whole || !isWatched(value) || !isWatched(now) || Array.isArray(value) !== Array.isArray(now)) return false;
  if (keys && !sameKeys(keys, Reflect.ownKeys(now))) return false;
  for (const [key, read] of inside) if (!isAsRead(read, Reflect.get(now, key))) return false;
  return true;
}

const sameKeys = (a: readonly PropertyKey[], b: readonly PropertyKey[]): boolean =>
  a.length === b.length && a.every((key, index) => key === b[index]);

/** Plain data; anything else (a map, a date, a frozen object) counts as one value. */
function isWatched(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
}

interface StandIn {
  readonly read: Read;
  readonly value: object;
}

/** @param seen one stand-in for each object, so that what is the same stays the same, whichever way it was reached */
function watched(value: object, read: Read, seen: WeakMap<object, StandIn>): object {
  const noted = (key: PropertyKey, part: unknown): unknown => {
    const known = isWatched(part) ? seen.get(part) : undefined;
    const before = read.inside.get(key);
    const note = known?.read ?? before ?? { value: part, inside: new Map() };
    if (note !== before) read.inside.set(key, note);
    return known?.value ?? (isWatched(part) ? watched(part, note, seen) : part);
  };
  const asItIs = (key: PropertyKey, part: unknown): unknown => {
    read.inside.set(key, { value: part, inside: new Map(), whole: true });
    return part;
  };
  const list = (): (string | symbol)[] => {
    read.keys ??= Reflect.ownKeys(value);
    return Reflect.ownKeys(value);
  };
  const standIn = new Proxy(value, {
    get(target, key) {
      const part: unknown = Reflect.get(target, key);
      if (isFixed(Reflect.getOwnPropertyDescriptor(target, key))) return asItIs(key, part);
      // Methods are those of every list and object.
      return typeof part === 'function' ? part : noted(key, part);
    },
    has(target, key) {
      list();
      return Reflect.has(target, key);
    },
    ownKeys: list,
    getOwnPropertyDescriptor(target, key) {
      list();
      const found = Reflect.getOwnPropertyDescriptor(target, key);
      if (!found || !('value' in found)) return found;
      return { ...found, value: isFixed(found) ? asItIs(key, found.value) : noted(key, found.value) };
    },
  });
  seen.set(value, { read, value: standIn });
  return standIn;
}

/** No stand-in may take the place of what nobody can change. */
const isFixed = (property: PropertyDescriptor | undefined): boolean =>
  property !== undefined && !property.configurable && !property.writable;
