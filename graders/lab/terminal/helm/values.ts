import { type Fields, fieldsOf, isFields } from '../../../core/fields.ts';
import { own } from '../../../core/own.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import { resolvePath } from '../../machine/index.ts';
import { fileAt } from '../desk/open.ts';
import type { Call, Flag } from '../tool/tool.ts';
import { assignmentsOf, type Path, typed } from './set.ts';

/** The flags by which values are given. @see pkg/cmd/flags.go (`addValueOptionsFlags`) */
export const valueFlags: readonly Flag[] = [
  { name: 'values', short: 'f', value: 'list', says: { es: 'Fichero de valores', en: 'File of values' } },
  { name: 'set', value: 'text', says: { es: 'Un valor: `a.b=1`', en: 'A value: `a.b=1`' } },
  { name: 'set-string', value: 'text', says: { es: 'Un valor, siempre texto', en: 'A value, always a text' } },
  { name: 'set-file', value: 'text', says: { es: 'Un valor que está en un fichero', en: 'A value that is in a file' } },
  { name: 'set-json', value: 'text' },
];

/**
 * The values a call gives: those of files first, then `--set-json`, `--set`, `--set-string` and `--set-file`, each over those before.
 * @returns the words of a refusal otherwise
 * @see https://github.com/helm/helm/blob/main/pkg/cli/values/options.go
 */
export function valuesOf({ desk, cwd, flags, stdin }: Call): Fields | string {
  let values: Fields = {};
  const textOf = (path: string): string | undefined =>
    path.trim() === '-' ? stdin : fileAt(desk, resolvePath(cwd, path))?.content;
  for (const path of flags.list('values')) {
    const text = textOf(path);
    if (text === undefined) return `open ${path}: no such file or directory`;
    const { documents, findings } = parseYaml({ path, text });
    const value = documents[0]?.value;
    if (findings.some(({ severity }) => severity === 'error') || !(value === null || isFields(value ?? {})))
      return `failed to parse ${path}: error converting YAML to JSON: yaml: the file holds no map of values`;
    values = merged(values, fieldsOf(value));
  }
  for (const given of flags.all('set-json')) {
    const set = setJson(values, given);
    if (!set) return `failed parsing --set-json data ${given}`;
    values = set;
  }
  for (const [flag, read] of [
    ['set', typed],
    ['set-string', (text: string) => text],
    ['set-file', textOf],
  ] as const) {
    for (const given of flags.all(flag)) {
      const set = assigned(values, given, read);
      if (typeof set === 'string') return `failed parsing --${flag} data: ${set}`;
      values = set;
    }
  }
  return values;
}

function assigned(values: Fields, given: string, read: (text: string) => unknown): Fields | string {
  const all = assignmentsOf(given);
  if (typeof all === 'string') return all;
  let next: unknown = values;
  for (const { path, value } of all) {
    const one = typeof value === 'string' ? read(value) : value.map(read);
    if (one === undefined) return `open ${String(value)}: no such file or directory`;
    if (clashes(next, path))
      return `unable to parse key: ${JSON.stringify(path.join('.'))} goes through a value that is no map`;
    next = placed(next, path, one);
  }
  return fieldsOf(next);
}

function setJson(values: Fields, given: string): Fields | undefined {
  const trimmed = given.trim();
  const equals = trimmed.indexOf('=');
  try {
    if (trimmed.startsWith('{')) return merged(values, fieldsOf(JSON.parse(trimmed)));
    const path = assignmentsOf(`${trimmed.slice(0, equals)}=`);
    const [first] = typeof path === 'string' ? [] : path;
    if (!first || equals < 1 || clashes(values, first.path)) return undefined;
    return fieldsOf(placed(values, first.path, JSON.parse(trimmed.slice(equals + 1) || 'null')));
  } catch {
    return undefined;
  }
}

/** Whether a path goes through something that is there and cannot hold it. */
function clashes(root: unknown, [key, ...rest]: Path): boolean {
  if (key === undefined || root === undefined || root === null) return false;
  if (typeof key === 'number') return !Array.isArray(root) || clashes(root[key], rest);
  return !isFields(root) || clashes(own(root, key), rest);
}

/** Plain data with the value at the end of a path changed. */
function placed(root: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list: readonly unknown[] = Array.isArray(root) ? root : [];
    const length = Math.max(list.length, key + 1);
    return Array.from({ length }, (_, index) =>
      index === key ? placed(list[index], rest, value) : (list[index] ?? null),
    );
  }
  const base = fieldsOf(root);
  if (key === '') return base;
  const { [key]: before, ...others } = base;
  return { ...others, [key]: placed(before, rest, value) };
}

/** Maps laid over each other, name by name. @see pkg/chart/loader/load.go (`MergeMaps`) */
export function merged(base: Fields, over: Fields): Fields {
  const both = Object.entries(over).map(([key, value]) => {
    const before = own(base, key);
    return [key, isFields(value) && isFields(before) ? merged(before, value) : value] as const;
  });
  return { ...base, ...Object.fromEntries(both) };
}

/** The paths of the values that are no maps: `meshConfig.accessLogFile`. */
export function leaves(values: Fields, before = ''): readonly string[] {
  return Object.entries(values).flatMap(([key, value]) =>
    isFields(value) && Object.keys(value).length > 0 ? leaves(value, `${before}${key}.`) : [`${before}${key}`],
  );
}
