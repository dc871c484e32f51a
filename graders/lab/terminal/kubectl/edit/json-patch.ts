import { own } from '../../../../core/own.ts';
import { isFields } from '../json.ts';
import { Stop } from '../stop.ts';

const refused = (why: string): Stop =>
  new Stop(`The request is invalid: the server rejected our request due to an error in our request: ${why}`);

/** Operations that one patch may have. */
const mostOperations = 1000;

/**
 * Does what a JSON patch says, or refuses it as a whole, as the API server does.
 * @see https://datatracker.ietf.org/doc/html/rfc6902
 */
export function jsonPatched(root: unknown, operations: readonly unknown[]): unknown {
  if (operations.length > mostOperations)
    throw refused(`the allowed maximum operations in a JSON patch is 10000, got ${operations.length}`);
  return operations.reduce<unknown>((value, operation) => {
    if (!isFields(operation)) throw refused('operation is not an object');
    const { op } = operation;
    const path = pointer(operation.path);
    switch (op) {
      case 'add':
        return set(value, path, operation.value, 'add');
      case 'replace':
        return set(value, path, operation.value, 'replace');
      case 'remove':
        return set(value, path, undefined, 'remove');
      case 'test':
        if (JSON.stringify(get(value, path)) !== JSON.stringify(operation.value))
          throw refused(`testing path ${String(operation.path)} failed`);
        return value;
      case 'move':
      case 'copy': {
        const from = pointer(operation.from);
        const found = get(value, from);
        if (found === undefined)
          throw refused(`${op} operation does not apply: doc is missing from path: ${String(operation.from)}`);
        return set(op === 'move' ? set(value, from, undefined, 'remove') : value, path, found, 'add');
      }
      default:
        throw refused(`Unexpected kind: ${String(op)}`);
    }
  }, root);
}

function pointer(written: unknown): readonly string[] {
  if (typeof written !== 'string' || (written !== '' && !written.startsWith('/')))
    throw refused(`invalid path ${JSON.stringify(written)}`);
  const parts = written
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (parts.includes('__proto__') || parts.length > 60) throw refused(`invalid path ${JSON.stringify(written)}`);
  return parts;
}

const get = (root: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? own(inner as Record<string, unknown>, key) : undefined,
    root,
  );

function set(root: unknown, path: readonly string[], value: unknown, how: 'add' | 'replace' | 'remove'): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const missing = () =>
    refused(
      `${how} operation does not apply: doc is missing ${how === 'add' ? 'path' : 'key'}: /${path.join('/')}: missing value`,
    );
  if (Array.isArray(root)) {
    const index = key === '-' && how === 'add' ? root.length : Number(key);
    if (
      !Number.isInteger(index) ||
      index < 0 ||
      index > root.length ||
      (index === root.length && (how !== 'add' || rest.length > 0))
    )
      throw missing();
    if (rest.length > 0) return root.map((one, place) => (place === index ? set(one, rest, value, how) : one));
    if (how === 'add') return root.toSpliced(index, 0, value);
    return how === 'remove' ? root.toSpliced(index, 1) : root.with(index, value);
  }
  if (!isFields(root)) throw missing();
  const before = own(root, key);
  if (rest.length > 0) {
    if (before === undefined) throw missing();
    return { ...root, [key]: set(before, rest, value, how) };
  }
  if (how === 'add') return { ...root, [key]: value };
  if (before === undefined) throw missing();
  if (how === 'replace') return { ...root, [key]: value };
  return Object.fromEntries(Object.entries(root).filter(([name]) => name !== key));
}
