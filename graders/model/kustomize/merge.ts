import { own } from '../../core/own.ts';
import { type Fields, fieldsOf, isFields, list, listFrom, type Part, scalarText, textOf, withFields } from './edit.ts';

/** By which field the items of a list are told apart when a patch is laid over it; any other list is replaced as a whole. */
const mergeKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ['containers', ['name']],
  ['initContainers', ['name']],
  ['ephemeralContainers', ['name']],
  ['env', ['name']],
  ['volumes', ['name']],
  ['imagePullSecrets', ['name']],
  ['secrets', ['name']],
  ['resourceClaims', ['name']],
  ['volumeMounts', ['mountPath']],
  ['volumeDevices', ['devicePath']],
  ['ports', ['containerPort', 'port']],
  ['hostAliases', ['ip']],
  ['topologySpreadConstraints', ['topologyKey']],
]);

const directive = '$patch';

/**
 * Lays a strategic merge patch over an object: maps are merged, `null` takes a field away, and lists of the API whose items
 * have a name are merged by it, what is new in front.
 * @param merges whether lists are merged: those of kinds that the API does not know are replaced
 * @returns undefined where the patch deletes the object
 * @see https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/
 */
export function mergePatch(base: Fields, patch: Fields, merges: boolean): Fields | undefined {
  const how = patch[directive];
  if (how === 'delete') return undefined;
  const written = Object.entries(patch).filter(([key]) => !key.startsWith('$'));
  const kept = how === 'replace' ? emptied(base) : base;
  return withFields(
    kept,
    written.map(([key, value]) => field(kept, patch, key, value, merges)),
  );
}

function field(base: Fields, patch: Fields, key: string, value: unknown, merges: boolean): Part {
  const before = own(base, key);
  if (value === null) return { key, value: undefined };
  const from = { container: patch, key };
  if (isFields(before) && isFields(value)) return { key, value: mergePatch(before, value, merges) };
  const keys = merges ? mergeKeys.get(key) : undefined;
  if (keys && Array.isArray(before) && Array.isArray(value)) return { key, value: mergeLists(before, value, keys) };
  return { key, value: isFields(value) ? (mergePatch({}, value, merges) ?? {}) : value, from };
}

function mergeLists(base: readonly unknown[], patch: readonly unknown[], keys: readonly string[]): readonly unknown[] {
  const keyOf = (item: unknown) => {
    const fields = fieldsOf(item);
    const key = keys.find((one) => scalarText(own(fields, one)) !== undefined);
    return key === undefined ? undefined : `${key}=${scalarText(own(fields, key))}`;
  };
  if (patch.some((item) => fieldsOf(item)[directive] === 'replace')) {
    return listFrom(
      patch,
      placed(patch).filter(({ value }) => fieldsOf(value)[directive] === undefined),
    );
  }
  const known = new Set(base.map(keyOf));
  const kept = placed(base).flatMap((item) => {
    const over = patch.find((one) => keyOf(one) !== undefined && keyOf(one) === keyOf(item.value));
    if (!isFields(over) || !isFields(item.value)) return [item];
    const value = mergePatch(item.value, over, true);
    return value === undefined ? [] : [{ ...item, value }];
  });
  const added = placed(patch)
    .filter(({ value }) => !known.has(keyOf(value)) && own(fieldsOf(value), directive) !== 'delete')
    .map((item) => (isFields(item.value) ? { ...item, value: mergePatch({}, item.value, true) } : item));
  return listFrom(base, [...added, ...kept]);
}

const placed = (items: readonly unknown[]) => items.map((value, key) => ({ value, from: { container: items, key } }));

const emptied = (base: Fields): Fields =>
  withFields(
    base,
    Object.keys(base).map((key) => ({ key, value: undefined })),
  );

/** One operation of a JSON patch, as it is written. */
type Operation = Fields;

/**
 * Does what a JSON patch (RFC 6902) says. An operation on something that is not there changes nothing.
 * @see https://datatracker.ietf.org/doc/html/rfc6902
 */
export function jsonPatch(base: Fields, operations: readonly unknown[]): Fields {
  let patched: unknown = base;
  for (const operation of operations) if (isFields(operation)) patched = apply(patched, operation);
  return isFields(patched) ? patched : base;
}

function apply(root: unknown, operation: Operation): unknown {
  const path = pointer(operation.path);
  const from = { container: operation, key: 'value' };
  switch (operation.op) {
    case 'add':
    case 'replace':
      return setAt(root, path, { value: operation.value, from }, operation.op === 'add');
    case 'remove':
      return setAt(root, path, undefined, false);
    case 'move':
    case 'copy': {
      const source = pointer(operation.from);
      const value = source.reduce<unknown>(
        (inner, key) => (Array.isArray(inner) ? inner[Number(key)] : own(fieldsOf(inner), key)),
        root,
      );
      const left = operation.op === 'move' ? setAt(root, source, undefined, false) : root;
      return value === undefined ? root : setAt(left, path, { value }, true);
    }
    default:
      return root;
  }
}

const pointer = (written: unknown): readonly string[] =>
  (textOf(written) ?? '')
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

type Setting = Omit<Part, 'key'> | undefined;

function setAt(root: unknown, path: readonly string[], part: Setting, insert: boolean): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return part ? part.value : root;
  if (Array.isArray(root)) return setIn(root, key, rest, part, insert);
  if (!isFields(root)) return root;
  if (rest.length === 0) return withFields(root, [{ key, value: undefined, ...part }]);
  const inner = own(root, key);
  return inner === undefined ? root : withFields(root, [{ key, value: setAt(inner, rest, part, insert) }]);
}

function setIn(items: readonly unknown[], key: string, rest: readonly string[], part: Setting, insert: boolean) {
  const at = key === '-' ? items.length : Number(key);
  if (!Number.isInteger(at) || at < 0 || at > items.length) return items;
  const all: { value: unknown; from?: NonNullable<Part['from']> }[] = placed(list(items));
  if (rest.length > 0) {
    const inner = all[at];
    if (inner) all[at] = { ...inner, value: setAt(inner.value, rest, part, insert) };
  } else if (!part) all.splice(at, 1);
  else all.splice(at, insert ? 0 : 1, part);
  return listFrom(items, all);
}
