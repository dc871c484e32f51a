import { NotModelled } from './tokens.ts';
import { Raised, Tuple, text, type Value } from './values.ts';

/** A value as `print` shows it. @throws NotModelled */
export function shown(value: Value): string {
  const shownValue = text(value);
  if (shownValue === undefined) throw new NotModelled();
  return shownValue;
}

/** `<`, `<=`, `>` and `>=` of numbers. */
export function ordered(left: Value, sign: string, right: Value): boolean {
  if (typeof left !== 'number' || typeof right !== 'number') throw new NotModelled();
  if (sign === '<') return left < right;
  if (sign === '>') return left > right;
  return sign === '<=' ? left <= right : left >= right;
}

/** `+`: texts and numbers, each with their own. */
export function add(left: Value, right: Value): Value {
  if (typeof left === 'string' && typeof right === 'string') return limited(left + right);
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  const plain = (value: Value) => typeof value === 'string' || typeof value === 'number';
  if (plain(left) && plain(right)) throw new Raised('TypeError');
  throw new NotModelled();
}

/** `-` of numbers. */
export function subtract(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  throw new NotModelled();
}

/** `*`: of numbers, or a text repeated. */
export function multiply(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return left * right;
  const [word, times] = typeof left === 'string' ? [left, right] : [right, left];
  if (typeof word !== 'string' || typeof times !== 'number' || word.length * times > maxText) throw new NotModelled();
  return word.repeat(Math.max(0, times));
}

const maxText = 100_000;

/** A text that is not too long to be worked out. */
export function limited(value: string): string {
  if (value.length > maxText) throw new NotModelled();
  return value;
}

/** `%`: what is left of a division, or `'%s' % value`. */
export function format(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number' && right > 0 && left >= 0) return left % right;
  if (typeof left !== 'string' || /%(?![s%])/.test(left)) throw new NotModelled();
  const values: Value[] = right instanceof Tuple ? [...right] : [right];
  const places = [...left.matchAll(/%([s%])/g)].filter(([, letter]) => letter === 's').length;
  // A list or a module may stand for a mapping, which nobody has to use up.
  const mayBeLeft = typeof right === 'object' && right !== null && !(right instanceof Tuple);
  if (places > values.length || (places < values.length && !mayBeLeft)) throw new Raised('TypeError');
  if (mayBeLeft) throw new NotModelled();
  return left.replace(/%([s%])/g, (_, letter) => (letter === '%' ? '%' : shown(values.shift() ?? null)));
}
